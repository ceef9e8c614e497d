import type { Code } from '../codes.ts';

/** A sound case that is too large to compute with, or of which this is not computed. Commands report it and exit with 3. */
export class LimitError extends Error {
  readonly code: Code & ('limit' | 'too-large' | 'not-yet');
  /** Feasible states that the model may have, where that is the limit. */
  readonly estimate: number | undefined;
  /** What to do. */
  readonly hint: string | undefined;
  constructor(code: 'limit' | 'too-large' | 'not-yet', message: string, estimate?: number, hint?: string) {
    super(message);
    this.name = 'LimitError';
    this.code = code;
    this.estimate = estimate;
    this.hint = hint;
  }
}
