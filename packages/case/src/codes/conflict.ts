import type { CodePage } from './page.ts';

/** What can be wrong with the conflict itself: names, expressions, orders, contradictions. */
export const conflictCodes = {
  'unknown-name': {
    severity: 'error',
    title: 'An expression names what the case does not have',
    explanation:
      'An expression names options (`actor.option`), joint options, facts and terms. What stands in `now`, a menu or a scenario is an option or a fact: terms follow from those.',
    example: 'terms:\n  crossing: town.biuld\n',
    mended: 'terms:\n  crossing: town.build\n',
  },
  'unknown-actor': {
    severity: 'error',
    title: 'No such actor',
    explanation: 'Actors are the keys under `actors:`. Their ids are meant, not their names.',
    example: 'beliefs:\n  twon: { ferry: trade }\n',
    mended: 'beliefs:\n  town: { ferry: trade }\n',
  },
  'unknown-option': {
    severity: 'error',
    title: 'No such option',
    explanation: 'An option is named `actor.option`, a joint option by its own id.',
    example: 'irreversible: [build]\n',
    mended: 'irreversible: [town.build]\n',
  },
  'unknown-reading': {
    severity: 'error',
    title: 'No such reading',
    explanation:
      'A belief, or a likelihood, names one of the readings that the case gives of that actor under `readings:`.',
    example: 'beliefs:\n  town: { ferry: trades }\n',
    mended: 'beliefs:\n  town: { ferry: trade }\n',
  },
  'expression-syntax': {
    severity: 'error',
    title: 'Not an expression',
    explanation:
      'Expressions are written in words: `not`, `and`, `xor`, `or`, `implies`, `iff` (from the tightest to the loosest), `exactly N of (a, b)`, `at least N of (…)`, `at most N of (…)`, parentheses, `true`, `false`, and names.',
    example: 'impossible:\n  - town.build & town.toll\n',
    mended: 'impossible:\n  - town.build and town.toll\n',
  },
  'term-cycle': {
    severity: 'error',
    title: 'A term that hangs on itself',
    explanation: 'Terms may use other terms, but following them must come to an end at options and facts.',
    hint: 'say one of these terms in options and facts only',
    example: 'terms:\n  open: crossing\n  crossing: open or town.build\n',
    mended: 'terms:\n  open: crossing\n  crossing: town.build\n',
  },
  'mixed-forms': {
    severity: 'error',
    title: 'Options and states in one case',
    explanation:
      'A conflict is given either by options, from which the states follow, or in graph form by `states:` and each actor’s `moves:`. Gates, locks, joint options, one-way options and facts belong to options.',
    hint: 'keep one of the two forms',
    example: `states: { calm: Calm, crisis: Crisis }
actors:
  town: { moves: { calm: [crisis] } }
  ferry: { options: { strike: Stop sailing } }
readings:
  town: { growth: { ranking: [calm, crisis] } }
  ferry: { trade: { ranking: [crisis, calm] } }
`,
    mended: `states: { calm: Calm, crisis: Crisis }
actors:
  town: { moves: { calm: [crisis] } }
  ferry: { moves: { crisis: [calm] } }
readings:
  town: { growth: { ranking: [calm, crisis] } }
  ferry: { trade: { ranking: [crisis, calm] } }
`,
  },
  'graph-form': {
    severity: 'error',
    title: 'A graph that does not hold together',
    explanation:
      'In graph form `states:` lists the states and `moves:` of each actor says from which to which it can move; a move leads to another state.',
    example:
      'actors:\n  town: { moves: { calm: [crisis] } }\n  ferry: {}\nreadings:\n  town: { growth: { prefers: ["true"] } }\n  ferry: { trade: { prefers: ["true"] } }\n',
    mended:
      'states: { calm: Calm, crisis: Crisis }\nactors:\n  town: { moves: { calm: [crisis] } }\n  ferry: {}\nreadings:\n  town: { growth: { prefers: [calm] } }\n  ferry: { trade: { prefers: [crisis] } }\n',
  },
  'joint-owners': {
    severity: 'error',
    title: 'A joint option without several owners',
    explanation:
      'A joint option is one that several actors have together. With one owner it is an ordinary option of that actor.',
    hint: 'name two or more different actors in `by`, or make it an option of its one owner',
    example: 'joint:\n  contract: { name: A contract, by: [town, town] }\n',
    mended: 'joint:\n  contract: { name: A contract, by: [town, ferry] }\n',
  },
  'no-feasible-state': {
    severity: 'error',
    title: 'No state is left',
    explanation:
      '`impossible` rules out every combination of options, so there is nothing to analyse. Facts count as they stand in `now`.',
    hint: 'take out or narrow one of the lines: an `impossible` is for logic and physics only',
    example: 'impossible:\n  - town.build\n  - not town.build\n',
    mended: 'impossible:\n  - town.build and town.toll\n',
  },
  'now-infeasible': {
    severity: 'error',
    title: '`now` is impossible',
    explanation: 'Things as they stand satisfy a line of `impossible`: one of the two is wrong.',
    hint: 'change `now`, or the line of `impossible` that it satisfies',
    example: 'impossible: [town.build and town.toll]\nnow: [town.build, town.toll]\n',
    mended: 'impossible: [town.build and town.toll]\nnow: [town.build]\n',
  },
  'contradictory-setting': {
    severity: 'error',
    title: 'Something set twice',
    explanation:
      '`now` lists each option taken and each fact that holds once; what it does not list is off. A scenario either starts an option (it stays free) or fixes it (it is held there).',
    hint: 'keep one of the two',
    example: 'now: [town.build, not town.toll]\n',
    mended: 'now: [town.build]\n',
  },
  'no-reading': {
    severity: 'error',
    title: 'An actor that wants nothing',
    explanation:
      'Every actor needs at least one reading: what it prefers decides what it does. A circumstance that nobody chooses is a fact, never an actor.',
    hint: 'add a reading under `readings:`, or make it a fact',
    example: 'readings:\n  town: { growth: { prefers: [town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'missing-order': {
    severity: 'error',
    title: 'A reading without an order',
    explanation:
      'A reading says what an actor prefers, in one of four ways: `prefers` (priorities, the most important first), `ranking` (classes of states from best to worst), `scores` (weights that are summed), `payoffs` (one number a state).',
    hint: 'add `prefers:` with the most important first',
    example:
      'readings:\n  town: { growth: { label: Wants growth } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { label: Wants growth, prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'two-orders': {
    severity: 'error',
    title: 'A reading with two orders',
    explanation:
      '`prefers`, `ranking`, `scores` and `payoffs` each give a whole order; a reading has one of them.',
    hint: 'keep one, or make two readings',
    example:
      'readings:\n  town: { growth: { prefers: [town.build], scores: { town.toll: 1 } } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { prefers: [town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'empty-order': {
    severity: 'error',
    title: 'An empty order',
    explanation: 'An order with nothing in it leaves the actor indifferent between all states.',
    hint: 'say what matters to it; for an actor to whom nothing matters write `prefers: ["true"]`',
    example:
      'readings:\n  town: { growth: { prefers: [] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'impossible-rank': {
    severity: 'error',
    title: 'A reading ranks an impossible outcome',
    explanation:
      'A class of a `ranking` holds in no feasible state, so its place in the order says nothing: either the class or `impossible` is not what was meant.',
    hint: 'mend the class, or the line of `impossible` that rules it out',
    example: `impossible: [town.build and town.toll]
readings:
  town: { growth: { ranking: [town.build and town.toll, town.build, "true"] } }
  ferry: { trade: { prefers: [not town.build] } }
`,
    mended: `impossible: [town.build and town.toll]
readings:
  town: { growth: { ranking: [town.build, "true"] } }
  ferry: { trade: { prefers: [not town.build] } }
`,
  },
  'unranked-states': {
    severity: 'error',
    title: 'A ranking that leaves states over',
    explanation:
      'A state takes the first class of a `ranking` that it satisfies; every feasible state must satisfy one.',
    hint: 'end the ranking with a class for the rest: `"true"`',
    example:
      'readings:\n  town: { growth: { ranking: [town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { ranking: [town.build, town.toll, "true"] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'payoffs-length': {
    severity: 'error',
    title: 'Payoffs for other states',
    explanation:
      '`payoffs` has one number for each state that is feasible without a scenario, in ascending code: option k, counted from 0 through the actors and their options in file order and then the joint ones, adds 2^k. In graph form the states come in the order of `states:`.',
    hint: 'give one number for each feasible state, in ascending code',
    example:
      'readings:\n  town: { growth: { payoffs: [1, 2, 3] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { payoffs: [1, 2, 3, 4, 1, 2, 3, 4] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'negative-weight': {
    severity: 'error',
    title: 'A weight below zero',
    explanation:
      'Weights of readings are prior odds: 0 or more, and more than 0 for at least one reading of an actor.',
    hint: 'give odds: 1 and 3 say that the second is three times as likely',
    example:
      'readings:\n  town: { growth: { weight: -1, prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { weight: 1, prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'number-range': {
    severity: 'error',
    title: 'A number out of its range',
    explanation:
      'Shares, strengths and dispersions lie between 0 and 1, credibilities are whole numbers from 1 to 6, precisions are 0 or more, and a range begins with its lower end.',
    example: 'weighing: { other: { ferry: 1.5 } }\n',
    mended: 'weighing: { other: { ferry: 0.15 } }\n',
  },
  'belief-self': {
    severity: 'error',
    title: 'A belief about oneself',
    explanation:
      'Beliefs are what an actor takes others to want. What it wants itself is the reading under analysis; what it believes stands one level up, not under `of`.',
    hint: 'leave it out',
    example: 'beliefs:\n  ferry: { ferry: trade }\n',
    mended: 'beliefs:\n  town: { ferry: trade }\n',
  },
  'question-form': {
    severity: 'error',
    title: 'A question that asks nothing',
    explanation:
      'A question either says with `holds-when` what must hold at the end, or is of `kind: gains`, which asks who is better off.',
    hint: 'add `holds-when:`, or `kind: gains`',
    example: 'questions:\n  built: { ask: Is there a bridge? }\n',
    mended: 'questions:\n  built: { ask: Is there a bridge?, holds-when: town.build }\n',
  },
  'scenario-contradiction': {
    severity: 'error',
    title: 'A scenario that cannot be',
    explanation: 'The scenario starts in a state that `impossible` rules out, or leaves no feasible state.',
    hint: 'let the scenario change what stands in the way too',
    example:
      'impossible: [town.build and town.toll]\nnow: [town.build]\nscenarios:\n  toll: { fix: { town.toll: true } }\n',
    mended:
      'impossible: [town.build and town.toll]\nnow: [town.build]\nscenarios:\n  toll: { start: { town.build: false }, fix: { town.toll: true } }\n',
  },
  'scenario-undoes': {
    severity: 'error',
    title: 'A scenario undoes what stays',
    explanation:
      'An irreversible option that is taken in `now` cannot be off in a scenario, nor the reverse for `way: back`.',
    hint: 'take it out of `now` and start it in the other scenarios, or drop it from this one',
    example:
      'irreversible: [town.build]\nnow: [town.build]\nscenarios:\n  before: { start: { town.build: false } }\n',
    mended: 'irreversible: [town.build]\nscenarios:\n  after: { start: { town.build: true } }\nnow: []\n',
  },
  'scenario-gate': {
    severity: 'warning',
    title: 'A scenario starts past a shut gate',
    explanation:
      'The scenario starts with an option taken whose gate (`opens`) is shut there: things may stand so, but no move led there in this model.',
    hint: 'let the scenario open the gate too, if it should be open',
    example:
      'opens: { town.toll: town.build }\nnow: []\nscenarios:\n  toll: { start: { town.toll: true } }\n',
    mended:
      'opens: { town.toll: town.build }\nnow: []\nscenarios:\n  toll: { start: { town.toll: true, town.build: true } }\n',
  },
  'too-large': {
    severity: 'error',
    title: 'Too many states to list',
    explanation:
      'Most analyses list the feasible states: at most 31 options and 2^26 states. Ten to twelve options suffice for most conflicts; what is never taken together belongs into `impossible`.',
    hint: 'drop options that decide nothing, or rule out more by `impossible`',
    example: `joint:\n${Array.from({ length: 32 }, (_, k) => `  deal-${k + 1}: { by: [town, ferry] }\n`).join('')}`,
    mended: 'joint:\n  deal-1: { by: [town, ferry] }\n',
  },
  'not-yet': {
    severity: 'warning',
    title: 'Two things that are not computed together',
    explanation:
      'What follows as each party sees it is not computed where states are coalesced and a party is unaware of an option: how one state of several looks with that option put back is not defined. Everything else is computed.',
    hint: 'leave out `coalesce`, or say with `unperceived` which states the party does not reckon with',
    example: 'coalesce: [ferry.strike and town.build and town.toll]\nunaware: { town: [ferry.strike] }\n',
    mended: 'unaware: { town: [ferry.strike] }\n',
  },
  'coalesced-apart': {
    severity: 'error',
    title: 'One state of states that are told apart',
    explanation:
      '`coalesce` makes one state of all that satisfy an expression. That is for states that differ in nothing that matters: every reading must rank them alike, and a question, or what an actor does not perceive, must hold in all of them or in none.',
    hint: 'narrow the expression, or let what tells the states apart not mention how they differ',
    example: 'coalesce: [town.build]\n',
    mended: `coalesce: [town.build]
readings:
  town: { growth: { prefers: [town.build] } }
  ferry: { trade: { prefers: [not town.build] } }
`,
  },
} satisfies Record<string, CodePage>;
