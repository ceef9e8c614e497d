export { type Coded, type Compared, compareCoded } from './compare.ts';
export { type ReadOptions, readText } from './read-text.ts';
export type { Contradiction, Mention, Range, Reading, Speaker, Statement } from './statement.ts';
