import type { CodePage } from './page.ts';

/** What can be wrong with a case file as a file: YAML, keys, types, ids. */
export const fileCodes = {
  limit: {
    severity: 'error',
    title: 'The file is beyond a limit',
    explanation:
      'Case files may come from strangers, so what they cost is bounded: the size of the file and of one value, how deep lists and maps are nested, how many values there are with every alias written out, how long and how deep an expression is. The message names the limit.',
    hint: 'a case that people wrote stays far below the limits; look for what was repeated or nested by mistake',
    example: `summary: ${'['.repeat(70)}${']'.repeat(70)}\n`,
    mended: 'summary: The town wants a bridge.\n',
  },
  'yaml-syntax': {
    severity: 'error',
    title: 'The file is not YAML',
    explanation:
      'The case file is written in YAML: keys and values by indentation, lists with `- `, or both in braces and brackets. Nothing else can be checked before this is mended. Frequent causes: a bracket that is not closed, a tab, a text with a colon in it that needs quotation marks.',
    hint: 'mend this first: the rest of the file is read only then',
    example: 'impossible: [town.build and ferry.strike\n',
    mended: 'impossible: [town.build and town.toll]\n',
  },
  'comma-in-braces': {
    severity: 'error',
    title: 'A comma cut a text in braces',
    explanation:
      'Inside `{ … }` a comma parts the entries, also in the middle of a sentence. What stands after it became a key without a value.',
    hint: 'quote the text: { ask: "Will it last, and for whom?" }',
    example: `questions:
  lasts: { ask: Will it last, and for whom?, holds-when: town.build }
`,
    mended: `questions:
  lasts: { ask: "Will it last, and for whom?", holds-when: town.build }
`,
  },
  'list-cut': {
    severity: 'error',
    title: 'YAML cut a list item inside its parentheses',
    explanation:
      'Inside `[ … ]` a comma parts the items, also between parentheses. `[at least 2 of (a, b), x]` is three items to YAML, none of them an expression.',
    hint: 'quote the item, or write the list with “- ”, one item a line',
    example: `impossible: [at least 2 of (town.build, town.toll), ferry.strike]
`,
    mended: `impossible:
  - at least 2 of (town.build, town.toll)
  - ferry.strike
`,
  },
  'duplicate-key': {
    severity: 'error',
    title: 'A key stands twice',
    explanation:
      'One map has the same key twice. YAML readers differ in which of the two they take, so neither is taken silently.',
    hint: 'give one of them another key, or remove it',
    example: 'facts:\n  flood: The river is high\n  flood: The bridge is out\n',
    mended: 'facts:\n  flood: The river is high\n  outage: The bridge is out\n',
  },
  'bad-character': {
    severity: 'error',
    title: 'A control character',
    explanation: 'The file holds a character that no text has: it is damaged, or no text file.',
    hint: 'remove it, or save the file as text in UTF-8',
    example: 'summary: The town\u0000 wants a bridge.\n',
    mended: 'summary: The town wants a bridge.\n',
  },
  unreadable: {
    severity: 'error',
    title: 'The file cannot be read',
    explanation:
      'There is no file at this path, it is no text in UTF-8, or it is larger than is read. A case is a folder with a `case.yaml` in it, or that file itself.',
    hint: 'check the path: a case is a folder with a case.yaml, or that file',
  },
  'wrong-version': {
    severity: 'error',
    title: 'Another version of the format',
    explanation:
      '`demarche:` at the top is the version of the format that the file is written in. This program reads version 1.',
    hint: 'write `demarche: 1`, or use a newer program',
    example: 'demarche: 2\n',
    mended: 'demarche: 1\n',
  },
  'missing-key': {
    severity: 'error',
    title: 'Something required is missing',
    explanation:
      'A case must have `demarche`, `title`, `actors` and `readings`; other things have keys of their own that they cannot do without, such as `in` of a statement or `by` of a joint option. A key without a value counts as missing.',
    example: 'joint:\n  contract: { name: A contract }\n',
    mended: 'joint:\n  contract: { name: A contract, by: [town, ferry] }\n',
  },
  'unknown-key': {
    severity: 'error',
    title: 'A key that the format does not have',
    explanation:
      'Keys are fixed, so that a slip in one does not silently drop what it holds. Where a key of the format is near, it is named.',
    example: 'imposible:\n  - town.build and town.toll\n',
    mended: 'impossible:\n  - town.build and town.toll\n',
  },
  'wrong-type': {
    severity: 'error',
    title: 'A value of the wrong kind',
    explanation:
      'A text stands where a list is expected, a map where a number is, and the like. `true` and `false` are the only truth values: YAML readers disagree about `yes`, `no`, `on` and `off`.',
    example: 'now: town.build\n',
    mended: 'now: [town.build]\n',
  },
  'wrong-value': {
    severity: 'error',
    title: 'A value that is not one of those allowed',
    explanation:
      'Some values come from a list (`kind`, `mode`, `reliability`, the phrases of the verbal scale) or have a form of their own: dates such as 2025-03-18, ranges such as 120..204, hashes.',
    example: 'joint:\n  contract: { by: [town, ferry], mode: al }\n',
    mended: 'joint:\n  contract: { by: [town, ferry], mode: all }\n',
  },
  'bad-id': {
    severity: 'error',
    title: 'No id',
    explanation:
      'What expressions name (actors, options, facts, joint options, terms) begins with a letter and goes on with lower-case letters, digits and inner hyphens, as in `not-now`. Other ids (sources, statements, scenarios, questions) begin with a letter or digit and may have `_` and `.` too.',
    hint: 'begin with a letter and go on with lower-case letters, digits and inner hyphens',
    example: 'facts:\n  high_water: The river is high\n',
    mended: 'facts:\n  high-water: The river is high\n',
  },
  'reserved-id': {
    severity: 'error',
    title: 'A word of the format used as an id',
    explanation:
      'The words of the expression language (`not and or xor implies iff exactly at least most of true false`) and `now`, `other`, `because`, `note` have a meaning of their own wherever an id can stand.',
    hint: 'choose another id; the name may say anything',
    example: 'facts:\n  most: Most people are for it\n',
    mended: 'facts:\n  majority: Most people are for it\n',
  },
  'id-taken': {
    severity: 'error',
    title: 'An id that something else has',
    explanation:
      'Facts, joint options and terms share one namespace, because expressions name them alike. Observed moves and observations to look for need ids of their own too.',
    hint: 'give one of the two another id',
    example: 'facts:\n  crossing: The river can be crossed\nterms:\n  crossing: town.build\n',
    mended: 'facts:\n  crossing: The river can be crossed\nterms:\n  bridged: town.build\n',
  },
} satisfies Record<string, CodePage>;
