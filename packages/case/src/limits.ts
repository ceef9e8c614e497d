/** What a case may be at most. Each is named in the diagnostic that refuses what goes beyond it. */
export const limits = {
  /** Characters of a case file. */
  fileSize: 4 * 1024 * 1024,
  /** Characters of one value. */
  valueSize: 256 * 1024,
  /** Lists and maps inside one another. */
  depth: 64,
  /** Values of a file, with every alias written out. */
  values: 200_000,
  /** Characters of one expression. */
  expressionSize: 4_000,
  /** Parentheses and negations inside one another in an expression. */
  expressionDepth: 200,
  /** Operations inside one another in an expression, every term written out. */
  termDepth: 1_500,
  /** Words of a compiled expression, every term written out. */
  programSize: 20_000,
  /** Options of a model that is enumerated. */
  options: 31,
  /** Feasible states of a model that is enumerated. */
  states: 2 ** 26,
  /** Memory that the states of a model are expected to take. */
  bytes: 2 ** 33,
  /** Feasible states of a model some of whose states are coalesced. */
  coalesced: 2 ** 18,
  /** Characters of a source's text. */
  sourceSize: 64 * 1024 * 1024,
} as const;
