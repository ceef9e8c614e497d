import type { Concept } from './concept.ts';

/** Nash (1950, 1951): nothing deters, so that s is stable exactly when there is no improvement. */
export const nash: Concept = () => new Set();
