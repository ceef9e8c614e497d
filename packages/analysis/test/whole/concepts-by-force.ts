import type { Conflict, State } from './case-by-force.ts';

export const conceptNames = ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const;
export type ConceptName = (typeof conceptNames)[number];

/** Stable states by the definitions, as quantifiers over sets: codes by concept and actor, and those stable for everyone. */
export function solveByForce(conflict: Conflict) {
  const { actors, states, rank } = conflict;

  const moves = table(actors, states, (i, s) => new Set(conflict.moves(i, s)));
  /** R_i: the closure of single moves, or the moves as given. */
  const reach = table(actors, states, (i, s) => {
    const reached = new Set(moves(i, s));
    if (conflict.given) return reached;
    for (const t of reached) for (const u of moves(i, t)) reached.add(u);
    reached.delete(s);
    return reached;
  });
  /** R⁺_i */
  const better = table(
    actors,
    states,
    (i, s) => new Set([...reach(i, s)].filter((t) => rank(i, t) > rank(i, s))),
  );
  /** R_{N−i} and R⁺_{N−i}: sequences in which nobody moves twice in a row, each state with who moved last. */
  const byOthers = (step: (j: string, s: State) => ReadonlySet<State>) =>
    table(actors, states, (i, s) => {
      const others = actors.filter((j) => j !== i);
      const arrived = new Map<string, { readonly at: State; readonly by: string }>();
      const go = (from: State, last: string | undefined) =>
        others
          .filter((j) => j !== last)
          .flatMap((by) => [...step(by, from)].map((at) => [`${by} ${at.code}`, { at, by }] as const))
          .forEach(([key, arrival]) => {
            if (!arrived.has(key)) arrived.set(key, arrival);
          });
      go(s, undefined);
      for (const { at, by } of arrived.values()) go(at, by);
      return new Set([...arrived.values()].map(({ at }) => at));
    });
  const sanctions = byOthers(reach);
  const gladly = byOthers(better);

  const isStable = (concept: ConceptName, i: string, s: State): boolean => {
    const noBetter = (t: State) => rank(i, t) <= rank(i, s);
    const noEscape = (t: State) => [...reach(i, t)].every(noBetter);
    const deters: Record<ConceptName, (s1: State) => boolean> = {
      nash: () => false,
      gmr: (s1) => [...sanctions(i, s1)].some(noBetter),
      smr: (s1) => [...sanctions(i, s1)].some((s2) => noBetter(s2) && noEscape(s2)),
      seq: (s1) => [...gladly(i, s1)].some(noBetter),
      sseq: (s1) => [...gladly(i, s1)].some((s2) => noBetter(s2) && noEscape(s2)),
    };
    return [...better(i, s)].every(deters[concept]);
  };

  const perConcept = <T>(value: (concept: ConceptName) => T) =>
    Object.fromEntries(conceptNames.map((concept) => [concept, value(concept)]));
  const stable = perConcept((concept) =>
    Object.fromEntries(
      actors.map((i) => [i, states.filter((s) => isStable(concept, i, s)).map(({ code }) => code)]),
    ),
  );
  return {
    feasible: states.map(({ code }) => code),
    stable,
    equilibria: perConcept((concept) =>
      states
        .map(({ code }) => code)
        .filter((code) => actors.every((i) => stable[concept]![i]!.includes(code))),
    ),
  };
}

type Table = (actor: string, state: State) => ReadonlySet<State>;

/** A function of actor and state, computed where it is asked for and kept. */
function table(actors: readonly string[], states: readonly State[], compute: Table): Table {
  const kept = new Map(actors.map((actor) => [actor, new Map<State, ReadonlySet<State>>()]));
  if (states.length === 0) throw new Error('no feasible state');
  return (actor, state) => {
    const known = kept.get(actor)!.get(state) ?? compute(actor, state);
    kept.get(actor)!.set(state, known);
    return known;
  };
}
