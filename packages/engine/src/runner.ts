/** What is needed of an `AbortSignal`, which is one. */
export type Cancel = {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/**
 * Work that can be split into parts. `work(setup)` prepares once and gives the function that does a part; setup, parts and results
 * are plain data, so that they cross to another thread. `module` is the address of a module whose export `work` is that same
 * function: a runner elsewhere loads it from there.
 */
export type Job<Setup, Part, Result> = {
  readonly module: string;
  readonly work: (setup: Setup) => (part: Part) => Result;
  readonly setup: Setup;
};

/**
 * Does the parts of a job, here or elsewhere, several at once or one after the other. Results come in the order of the parts,
 * whatever the number of threads. Leaving the loop early ends what is still under way; so does `cancel`, at once, and then its
 * reason is thrown. What a part throws is thrown.
 */
export interface Runner {
  readonly name: string;
  /** How many parts it does at once. */
  readonly width: number;
  run<Setup, Part, Result>(
    job: Job<Setup, Part, Result>,
    parts: Iterable<Part>,
    cancel?: Cancel,
  ): AsyncGenerator<Result, void, undefined>;
}
