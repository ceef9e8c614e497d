export { type CruxOptions, cruxOf } from './crux.ts';
export { type MinimalSets, minimalSets } from './minimal-sets.ts';
export type * from './result.ts';
