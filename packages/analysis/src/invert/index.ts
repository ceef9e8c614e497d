export { type InvertOptions, invertCase } from './invert.ts';
export type * from './result.ts';
