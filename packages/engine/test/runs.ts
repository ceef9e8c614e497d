/// <reference types="node" />
/** `npm run test:deep` compares ten times as many conflicts as `npm test`. */
export const deep = process.env.DEMARCHE_DEEP === '1';

/** Parameters of a fast-check property: always the same conflicts. */
export const runs = (usual: number, seed: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: deep ? 10 * usual : usual,
  seed,
});
