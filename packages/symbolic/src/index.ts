export { cadical } from './cadical.ts';
export { cubesOf } from './cubes.ts';
export { nashQuestion } from './nash.ts';
export type { Question } from './question.ts';
export type { Sat, SatMaker } from './sat.ts';
export { securedQuestion } from './secured.ts';
export { symbolic } from './solver.ts';
