export { cadical } from './cadical.ts';
export { type Cube, type CubeLimits, type CubesEnd, cubesOf, statesIn } from './cubes.ts';
export { nashQuestion } from './nash.ts';
export type { Question } from './question.ts';
export { Refused } from './refused.ts';
export type { Sat, SatMaker } from './sat.ts';
