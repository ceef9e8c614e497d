/** The words of the expression language and of the file's own lists: no ids. */
export const languageWords = [
  'not',
  'and',
  'or',
  'xor',
  'implies',
  'iff',
  'exactly',
  'at',
  'least',
  'most',
  'of',
  'true',
  'false',
] as const;

export const reservedWords: readonly string[] = [...languageWords, 'now', 'other', 'because', 'note'];

/** A name of the expression language: a letter, then lower-case letters, digits and inner hyphens. */
export const namePattern = /^[A-Za-z][a-z0-9]*(?:-+[a-z0-9]+)*$/;
