export type { Foresight, Standpoint } from './foresight.ts';
export { otherReading, priorOf } from './prior.ts';
export type * from './result.ts';
export { divergence } from './stated.ts';
export { unknownStrength } from './strength.ts';
export { type Weigher, type WeighOptions, weighActor, weigherOf } from './weigh.ts';
