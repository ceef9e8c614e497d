export type { AnswersOptions } from './answers.ts';
export { caseDifferences, diffCases } from './diff.ts';
export type * from './result.ts';
