/** The words of the field, as this program uses them: one word for one thing, from file format to screen. */
export const glossary: Readonly<Record<string, string>> = {
  actor: 'Somebody who can act in the conflict (in the literature: decision maker).',
  agreement:
    'A joint move of two or more actors that each of them prefers, that would hold, and to which each brings something. Which agreements there are is a setting: any, at-rest or none.',
  anchor:
    'The place of a statement in its source, by characters, with a hash of the passage: whoever has the text can check it.',
  assumption: 'A judgement that rests on no statement. It is shown as such wherever it counts.',
  belief: 'Whom an actor takes to want what. Beliefs correct means: nobody misreads anyone.',
  case: 'One conflict as somebody coded it: a folder with a case.yaml.',
  coalition:
    'Several actors who move together. A state is stable for a coalition if nothing that its members can bring about and all prefer is left undeterred (Kilgour, Hipel, Fang & Peng 2001).',
  concept:
    'A solution concept of the graph model: what an actor reckons with before it moves. nash, gmr, smr, seq and sseq; of solve also sim, fh, lim2, lim3, … and nm.',
  course: 'The ways that things can take from now: moves that nothing deters, and agreements.',
  'coalition structure':
    'Who stands with whom: every actor in one coalition. A state stable for each of them is an equilibrium of the structure.',
  'deal over heads': 'A joint move that all who make it prefer and that leaves somebody outside worse off.',
  depends: 'The answer where the ways from now end differently: it is open, and depends on who moves first.',
  dispersion:
    'How far a sweep strays from the order that a reading states: 0 not at all, 1 to any order alike (Mallows 1957).',
  equilibrium: 'A state that is stable for every actor.',
  fh: 'The tableau of Fraser and Hipel (1984): stable by seq; or seq leaves the state unstable for two actors or more, and improvements that those actors make at the same time land each of this one’s on nothing better.',
  fact: 'A circumstance that nobody chooses. It is set by now or a scenario, never by a move.',
  feasible: 'A state is feasible if nothing under impossible rules it out.',
  gate: 'An option with a gate (under opens) can be switched on only where the gate holds after the move.',
  gmr: 'General metarationality (Howard 1971): an actor stays put if the others could answer every improvement of its so that it is no better off, whether they would gain by that or not.',
  hinge: 'What an answer hangs on: the readings and scenarios that change it, by rules and by shares.',
  improvement: 'A move of one actor to a state that it prefers (unilateral improvement).',
  'hypergame equilibrium':
    'A state that is stable for every actor as that actor sees it, each in its own game (Wang, Hipel & Fraser 1988).',
  'joint option':
    'An option with several owners: on only when all of them take it, off as soon as one leaves it.',
  'limited moves':
    'lim2, lim3, … (Kilgour 1985): an actor looks so many moves ahead, the actors taking turns, compares the end with where it is, and stays put if no move of its ends better.',
  lock: 'An option with a lock (under binds) cannot be switched off while the lock holds: what a deal contains is bound by the deal.',
  nash: 'Nash stability (Nash 1950): an actor stays put if it has no improvement. Each looks one move ahead.',
  nm: 'Non-myopic stability (Kilgour 1985): stable by limited moves however far the actors look, once looking further brings nothing new.',
  now: 'The options taken and the facts that hold as things stand.',
  option: 'A course of action that an actor takes or does not take.',
  'perceived game':
    'The conflict as one actor sees it: what it takes the others to want and to believe, without what it does not see. Several side by side are a hypergame (Bennett 1977).',
  priority: 'A line of what a reading prefers, the most important first.',
  profile: 'One reading for every actor.',
  reading:
    'A hypothesis of what an actor wants, with who holds it. A case holds all of them, and no default picks a side.',
  rest: 'Where a course ends: a state, or a cycle, that nothing leads out of.',
  robust: 'How many ways of computing (concept × agreements) give the same answer.',
  sanction: 'What others can do after an improvement so that it was none.',
  'sanction rule':
    'Which sequences of the others’ moves count as a sanction: legal (nobody twice in a row, the definition), once (each opponent at most once) or single (one move).',
  scenario: 'The case under other circumstances: it fixes options and facts, or starts elsewhere.',
  seq: 'Sequential stability (Fraser and Hipel 1979): as gmr, but the others answer only by what they gain from. Each fears what the others would gladly answer.',
  share:
    'How much of the variation of an answer over all combinations one factor carries (Shapley effect). Shares sum to one.',
  sim: 'Simultaneous sanctions: an actor stays put if each improvement of its, made together with an improvement of some others from the same state, can land it on nothing better.',
  smr: 'Symmetric metarationality (Howard 1971): as gmr, and the actor cannot escape the sanction by a move of its own afterwards.',
  sseq: 'Symmetric sequential stability (Rêgo and Vieira 2017): as seq, and the actor cannot escape the sanction by a move of its own afterwards.',
  stable: 'A state is stable for an actor if something deters each of its improvements, or it has none.',
  state: 'A combination of options taken and not taken.',
  statement: 'A passage of a source, with who says it of whom, and a gist in the coder’s words.',
  surprise:
    'Where an actor expects things to come to rest and they do not: somebody moves away from there, or a step on the way is not taken. Or an answer that it does not expect.',
  sweep:
    'How often each answer follows when readings, priorities and likelihoods are drawn around what the case states.',
  'tipping weight':
    'The least change of a reading’s weight at which another answer becomes the most probable.',
  unsettled: 'The answer where things go round in a cycle in which the question comes and goes.',
  unaware:
    'An actor is unaware of an option that it does not see: in its game the option stays as it is in now.',
  unperceived:
    'A state that an actor does not reckon with: in its game there is none, and nobody moves into it.',
};
