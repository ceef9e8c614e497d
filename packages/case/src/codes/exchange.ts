import type { CodePage } from './page.ts';

const gmcr = (more: string) =>
  `{"options": [{"name": "Build", "permittedDirection": "both"}, {"name": "Strike", "permittedDirection": "both"}],
 "decisionMakers": [
  {"name": "Town", "options": [0], "preferences": [[[0, "Y"]]]},
  {"name": "Ferry", "options": [1], "preferences": [[[0, "N"]], [[1, "N"]]]}],
 "infeasibles": [],
 "useManualPreferenceRanking": false${more}}
`;

const sound = gmcr('');

/** What can be wrong with a file of another program that is to become a case. */
export const exchangeCodes = {
  'import-syntax': {
    severity: 'error',
    title: 'The imported file is not of its format',
    explanation:
      'A `.gmcr` file is JSON, a `.nfg` file begins with `NFG 1 R` and goes on with texts in quotation marks, numbers and braces, a `.csv` file is a table. Something stands where none of that can stand, and what follows it means nothing before this is mended.',
    hint: 'mend this first, or say the format with --format',
    format: 'gmcr',
    example: sound.replace('"infeasibles": []', '"infeasibles": ['),
    mended: sound,
  },
  'import-shape': {
    severity: 'error',
    title: 'A part of the imported file is missing or of the wrong kind',
    explanation:
      'Something that the format asks for is not there, stands twice, or is of another kind: a list where a text is expected, too few payoffs, a table without a column of payoffs. The page on import and export says what each format holds.',
    hint: 'compare with a file that the other program wrote itself',
    format: 'gmcr',
    example: sound.replace('"infeasibles"', '"infeasible"'),
    mended: sound,
  },
  'import-value': {
    severity: 'error',
    title: 'A value that the format does not have',
    explanation:
      'Options of a `.gmcr` file are named by their place in `options`, counted from 0, and are “Y” or “N” in a condition; outcomes of a `.nfg` file are named by their place, counted from 1; cells of a table of states are Y or N under an option and a number under an actor.',
    hint: 'write a value of the format',
    format: 'gmcr',
    example: sound.replace('[[1, "N"]]', '[[2, "N"]]'),
    mended: sound,
  },
  'import-options': {
    severity: 'error',
    title: 'An option without one owner, or named twice in one condition',
    explanation:
      'Every option of a `.gmcr` file belongs to one decision maker. With two owners, or none, GMCR+ computes moves that nobody can make, and a condition that names an option twice is read there as one on other options. None of this is guessed at.',
    hint: 'give every option one owner and name it once in a condition',
    format: 'gmcr',
    example: sound.replace('"options": [1]', '"options": [1, 0]'),
    mended: sound,
  },
  'import-states': {
    severity: 'error',
    title: 'States that are missing, unknown or there twice',
    explanation:
      'A ranking by hand in a `.gmcr` file holds every feasible state once, by its number: feasible states are numbered from 1 in the order of their codes. A table of states has one row a state.',
    hint: 'name every feasible state once',
    format: 'csv',
    example: 'state,town.build,ferry.strike,town,ferry\n0,N,N,1,4\n1,Y,N,2,3\n1,Y,N,3,2\n',
    mended: 'state,town.build,ferry.strike,town,ferry\n0,N,N,1,4\n1,Y,N,2,3\n3,Y,Y,3,2\n',
  },
  'import-left-out': {
    severity: 'warning',
    title: 'Something in the imported file that the case does not hold',
    explanation:
      'The case is what the file means, with one exception that is named here: coalitions are no part of a case, they are asked about; where a ranking by hand counts, the statements beside it do not; names of outcomes become terms only where few contingencies lead to them.',
    hint: 'nothing has to be done; the page on import and export says what becomes of it',
    format: 'gmcr',
    example: gmcr(', "coalitions": [[0, 1]]'),
    mended: gmcr(', "coalitions": [0, 1]'),
  },
} satisfies Record<string, CodePage>;
