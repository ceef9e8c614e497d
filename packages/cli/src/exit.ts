/**
 * 0 done, 1 the case has errors, 2 wrong usage, 3 a limit was hit. Ctrl-C ends the process by its signal, at once even while it
 * computes, which shells report as 130: a handler would only run when the computation is over. What computes in parts (sweep,
 * invert) handles it, keeps what was finished and ends with 130 itself.
 */
export const exit = { done: 0, errors: 1, usage: 2, limit: 3, interrupted: 130 } as const;

/** Wrong usage: what is wrong and what to do, told without a stack. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Ends a command whose words have been said already. */
export class Stop extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`stopped with status ${status}`);
    this.name = 'Stop';
    this.status = status;
  }
}
