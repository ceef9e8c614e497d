import type { CodePage } from './page.ts';

const texts = { paper: 'The toll will rise in May.' };

/** What can be wrong with sources, statements and evidence. */
export const materialCodes = {
  'unknown-statement': {
    severity: 'error',
    title: 'No such statement',
    explanation: '`because`, `disputes` and `evidence` name statements by their ids under `statements:`.',
    example: 'impossible:\n  - { when: town.build and town.toll, because: [s1] }\n',
    mended:
      'sources: { paper: {} }\nstatements: { s1: { in: paper } }\nimpossible:\n  - { when: town.build and town.toll, because: [s1] }\n',
  },
  'proposed-statement': {
    severity: 'error',
    title: 'A statement that is only proposed',
    explanation:
      'A statement with `proposed` was made by a model and counts nowhere until a person accepts it, so no judgement or evidence can rest on it.',
    hint: 'demarche accept CASE ID makes it a statement; demarche reject CASE ID takes it out',
    example:
      'sources: { paper: {} }\nstatements: { s1: { in: paper, proposed: a-model } }\nimpossible:\n  - { when: town.build and town.toll, because: [s1] }\n',
    mended:
      'sources: { paper: {} }\nstatements: { s1: { in: paper } }\nimpossible:\n  - { when: town.build and town.toll, because: [s1] }\n',
  },
  'unknown-source': {
    severity: 'error',
    title: 'No such source',
    explanation: 'A statement says with `in` which of the `sources:` it is a passage of.',
    example: 'sources: { paper: {} }\nstatements: { s1: { in: papre } }\n',
    mended: 'sources: { paper: {} }\nstatements: { s1: { in: paper } }\n',
  },
  'anchor-range': {
    severity: 'error',
    title: 'A passage outside the text',
    explanation:
      'The range of a statement (`at: 120..204`, in characters of the source, the end not included) runs backwards or beyond the end of the text.',
    hint: 'offsets count Unicode code points of the text as it is given',
    example: 'sources: { paper: {} }\nstatements: { s1: { in: paper, at: 4..400 } }\n',
    mended: 'sources: { paper: {} }\nstatements: { s1: { in: paper, at: 4..8 } }\n',
    texts,
  },
  'anchor-hash': {
    severity: 'error',
    title: 'The passage is another one',
    explanation:
      'The hash of a statement is that of its passage with white space, quotation marks and dashes folded. The text at the range has another: the text changed, or the range moved.',
    hint: 'demarche reanchor finds out where the passages are now',
    example:
      'sources: { paper: {} }\nstatements: { s1: { in: paper, at: 4..8, hash: h-0000000000000000 } }\n',
    mended: 'sources: { paper: {} }\nstatements: { s1: { in: paper, at: 4..8, hash: h-bcade5095df6aac4 } }\n',
    texts,
  },
  'text-hash': {
    severity: 'error',
    title: 'The text is another one',
    explanation: '`sha256` of a source is that of its text in UTF-8; the text given has another.',
    hint: 'give the text that was coded; or see with demarche reanchor what became of the passages',
    example:
      'sources: { paper: { sha256: 0000000000000000000000000000000000000000000000000000000000000000 } }\n',
    mended:
      'sources: { paper: { sha256: 016291ac79474de3463c0fc6050560043dbacf70412c8b38f94b8a524ab85ee9 } }\n',
    texts,
  },
  'anchor-moved': {
    severity: 'warning',
    title: 'The passage stands elsewhere now',
    explanation:
      'The text of the source changed, and the passage stands in it word for word at another place: there alone, or there alone with what stood around it. `demarche reanchor --write` writes the new range.',
    hint: 'demarche reanchor CASE --write',
  },
  'anchor-changed': {
    severity: 'warning',
    title: 'The passage moved and changed: please confirm',
    explanation:
      'The text of the source changed. The passage stands in it with at most a fifth of its characters edited, what stood around it stands around it still, and no other place is nearly as good. Whether it says the same is for a person to say: nothing is written before it is confirmed.',
    hint: 'look at it, and confirm it with demarche reanchor CASE --accept ID --write',
  },
  'anchor-ambiguous': {
    severity: 'error',
    title: 'The passage stands in several places',
    explanation:
      'The text of the source changed, the passage stands in it more than once, and nothing tells which is meant: what stood around it is not known, or stands around several or none of them.',
    hint: 'say which: demarche reanchor CASE --place ID=120..204 --write; the old text helps (--was)',
  },
  'anchor-orphan': {
    severity: 'error',
    title: 'The passage stands nowhere in the text',
    explanation:
      'The text of the source changed, and the passage is not in it any more, nor anything near enough: the nearest places are named. The statement is kept as it is.',
    hint: 'say where it is (demarche reanchor CASE --place ID=120..204), or take the statement out; the old text helps (--was)',
  },
  'anchor-unverified': {
    severity: 'warning',
    title: 'Anchors that cannot be checked',
    explanation:
      'The text of a source is not at hand (most news texts may not be passed on), so nobody can say here whether its passages are what the statements say. Whoever has the text can give it.',
    hint: 'give the text: --source ID=PATH',
    example: 'sources: { letter: {} }\nstatements: { s1: { in: letter, at: 4..8 } }\n',
    mended: 'sources: { paper: {} }\nstatements: { s1: { in: paper, at: 4..8 } }\n',
    texts,
  },
  'likelihood-range': {
    severity: 'error',
    title: 'A likelihood outside 0..1',
    explanation:
      'A likelihood says how likely something like this would be said or done if the reading were true: a number from 0 to 1, a range within them, a phrase of the verbal scale, or a mark.',
    hint: 'for percent write 0.7, not 70',
    example: 'evidence:\n  - { assumption: A hunch, actor: ferry, likelihood: { trade: 70 } }\n',
    mended: 'evidence:\n  - { assumption: A hunch, actor: ferry, likelihood: { trade: 0.7 } }\n',
  },
  'likelihood-missing': {
    severity: 'error',
    title: 'A reading without a likelihood',
    explanation:
      'Evidence compares the readings of an actor, so it says for each of them how likely the item would be: silence would be taken for an opinion.',
    hint: 'add them; `NA` leaves the item out for a reading',
    example: `readings:
  town: { growth: { prefers: [town.build] } }
  ferry: { trade: { prefers: [not town.build] }, sale: { prefers: [town.build] } }
evidence:
  - { assumption: A hunch, actor: ferry, likelihood: { trade: likely } }
`,
    mended: `readings:
  town: { growth: { prefers: [town.build] } }
  ferry: { trade: { prefers: [not town.build] }, sale: { prefers: [town.build] } }
evidence:
  - { assumption: A hunch, actor: ferry, likelihood: { trade: likely, sale: unlikely } }
`,
  },
  'evidence-source': {
    severity: 'error',
    title: 'Evidence from nowhere',
    explanation:
      'An item of evidence is a `statement`, something looked for and `absent`, or an `assumption`: exactly one of them, so that the report can say what it rests on.',
    example: 'evidence:\n  - { actor: ferry, likelihood: { trade: 0.7 } }\n',
    mended: 'evidence:\n  - { assumption: A hunch, actor: ferry, likelihood: { trade: 0.7 } }\n',
  },
  'move-form': {
    severity: 'error',
    title: 'An observed move without its alternatives',
    explanation:
      'A move tells something only against what else the actor could have done: `menu` with what it expected of each item, and `chose`; or `from` and `to`, where the menu is what the model allows.',
    example: 'moves-seen:\n  - { actor: ferry, chose: sail }\n',
    mended: 'moves-seen:\n  - { actor: ferry, menu: { sail: [], stop: [ferry.strike] }, chose: sail }\n',
  },
  'unknown-choice': {
    severity: 'error',
    title: 'Chosen, but not on the menu',
    explanation: '`chose` names one of the items of the move’s own `menu`.',
    example: 'moves-seen:\n  - { actor: ferry, menu: { sail: [], stop: [ferry.strike] }, chose: stops }\n',
    mended: 'moves-seen:\n  - { actor: ferry, menu: { sail: [], stop: [ferry.strike] }, chose: stop }\n',
  },
} satisfies Record<string, CodePage>;
