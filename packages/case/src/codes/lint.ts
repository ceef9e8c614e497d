import type { CodePage } from './page.ts';

/** What the way a case is written is likely to get wrong. Warnings: each may be meant. */
export const lintCodes = {
  'two-actor-impossible': {
    severity: 'warning',
    title: 'An impossible state of two actors',
    explanation:
      'An `impossible` that names options of two actors binds both: it keeps each from every move that would make it true, also the one who only wants to end what he began. `impossible: vote and not ceasefire` keeps others from ending the ceasefire once the vote is on.',
    hint: 'if one thing only opens another, use `opens`; if a deal holds it, `binds`; if neither, a term says the effect',
    example: 'impossible: [town.build and ferry.strike]\n',
    mended: 'opens: { ferry.strike: not town.build }\n',
  },
  'gate-not-lasting': {
    severity: 'warning',
    title: 'A gate that does not end what it opened',
    explanation:
      'A gate is looked at only when the option is switched on. `opens: strike: not contract` leaves strike and contract side by side when the contract comes later, and a joint or one-way option does come and stay.',
    hint: 'if both together cannot be, say so under `impossible`; if the effect is meant, make it a term',
    example: 'joint: { contract: { by: [town, ferry] } }\nopens: { ferry.strike: not contract }\n',
    mended: 'joint: { contract: { by: [town, ferry] } }\nimpossible: [contract and ferry.strike]\n',
  },
  'standing-signature': {
    severity: 'warning',
    title: 'A signature that stands already',
    explanation:
      'A thing that takes two, written as two signatures, is done as soon as the second signs. One that stands in `now` is consent to any terms: the other side decides alone when it counts.',
    hint: 'make it a joint option, or take the signature out of `now`',
    example: `actors:
  town: { options: { sign: Sign } }
  ferry: { options: { sign: Sign } }
readings:
  town: { growth: { prefers: [contract] } }
  ferry: { trade: { prefers: [not contract] } }
terms: { contract: town.sign and ferry.sign }
now: [town.sign]
`,
    mended: `actors:
  town: { options: { sign: Sign } }
  ferry: { options: { sign: Sign } }
readings:
  town: { growth: { prefers: [contract] } }
  ferry: { trade: { prefers: [not contract] } }
terms: { contract: town.sign and ferry.sign }
now: []
`,
  },
  'always-true': {
    severity: 'warning',
    title: 'A priority that is always true',
    explanation:
      'A priority that holds in every feasible state of every scenario tells no two of them apart.',
    hint: 'say what would have to differ, or drop it',
    example:
      'readings:\n  town: { growth: { prefers: [town.build or not town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { prefers: [town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'never-true': {
    severity: 'warning',
    title: 'A priority that is never true',
    explanation: 'A priority that holds in no feasible state of any scenario tells no two of them apart.',
    hint: 'say what would have to differ, or drop it',
    example:
      'impossible: [town.build and town.toll]\nreadings:\n  town: { growth: { prefers: [town.build and town.toll, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'impossible: [town.build and town.toll]\nreadings:\n  town: { growth: { prefers: [town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
  },
  'unmentioned-option': {
    severity: 'warning',
    title: 'An option that nobody minds',
    explanation:
      'No reading of anybody mentions this option, not even through a term: it decides nothing and doubles the states.',
    hint: 'say who cares about it, or drop it',
    example:
      'readings:\n  town: { growth: { prefers: [town.build] } }\n  ferry: { trade: { prefers: [not town.build] } }\n',
    mended:
      'readings:\n  town: { growth: { prefers: [town.build, town.toll] } }\n  ferry: { trade: { prefers: [not town.build, ferry.strike] } }\n',
  },
  'unquestioned-actor': {
    severity: 'warning',
    title: 'An actor that is not questioned',
    explanation:
      'This actor can act and has one reading only, so the case does not ask what the answer owes to it. Where people agree, that may be right; the report says so.',
    hint: 'add a second reading, if anybody doubts the first',
    example: '',
    mended: `readings:
  town: { growth: { prefers: [town.build] }, thrift: { prefers: [not town.build, town.toll] } }
  ferry: { trade: { prefers: [not town.build] }, sale: { prefers: [town.build, ferry.strike] } }
`,
  },
  'own-words': {
    severity: 'warning',
    title: 'An actor’s own words decide between its readings',
    explanation:
      'What an actor says of itself it would mostly say under every reading, so it separates none. Where it is let separate them by more than 3 to 1, a `note` on the item is to say why.',
    hint: 'bring the likelihoods nearer to each other, or add a `note`',
    example: `sources: { paper: {} }
statements: { s1: { in: paper, by: The ferry, kind: aim, about: ferry } }
readings:
  town: { growth: { prefers: [town.build] } }
  ferry: { trade: { prefers: [not town.build] }, sale: { prefers: [town.build] } }
actors:
  town: { options: { build: Build a bridge } }
  ferry: { name: The ferry }
evidence:
  - { statement: s1, actor: ferry, likelihood: { trade: 0.9, sale: 0.1 } }
`,
    mended: `sources: { paper: {} }
statements: { s1: { in: paper, by: The ferry, kind: aim, about: ferry } }
readings:
  town: { growth: { prefers: [town.build] } }
  ferry: { trade: { prefers: [not town.build] }, sale: { prefers: [town.build] } }
actors:
  town: { options: { build: Build a bridge } }
  ferry: { name: The ferry }
evidence:
  - { statement: s1, actor: ferry, likelihood: { trade: 0.9, sale: 0.1 }, note: Said under oath. }
`,
  },
  'silent-move': {
    severity: 'warning',
    title: 'A move that a reading cannot tell apart',
    explanation:
      'No priority of the reading tells what was chosen from the other items of the menu, so the move neither speaks for the reading nor against it.',
    hint: 'readings of one actor should speak of the same things where observed moves bear on them',
    example: 'moves-seen:\n  - { actor: ferry, menu: { sail: [], stop: [ferry.strike] }, chose: sail }\n',
    mended: 'moves-seen:\n  - { actor: ferry, menu: { sail: [], stop: [town.build] }, chose: sail }\n',
  },
} satisfies Record<string, CodePage>;
