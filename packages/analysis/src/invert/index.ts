export { conditionsHold, equilibriumConditions, type StabilityConditions } from './conditions.ts';
export type { Comparison, Conjunction } from './dnf.ts';
export { type InvertOptions, invertCase, invertStepwise } from './invert.ts';
export type * from './result.ts';
