export { type CruxOptions, cruxOf } from './crux.ts';
export type * from './result.ts';
