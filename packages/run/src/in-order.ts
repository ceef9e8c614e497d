import type { Cancel } from '@demarche/engine';

/** Does one part at a time on each of its threads, the rest in the order in which it was asked. */
export type Pool<Part, Result> = {
  readonly run: (part: Part) => Promise<Result>;
  readonly end: () => Promise<void> | void;
};

/**
 * The results of a pool in the order of the parts. At most twice as many parts as threads are under way, so that leaving early leaves
 * little undone; then, and when it is cancelled, the pool is ended.
 */
export async function* inOrder<Part, Result>(
  pool: Pool<Part, Result>,
  width: number,
  parts: Iterable<Part>,
  cancel?: Cancel,
): AsyncGenerator<Result, void, undefined> {
  const cancelled = cancellation(cancel);
  try {
    const underway: Promise<Result>[] = [];
    const left = parts[Symbol.iterator]();
    while (true) {
      while (underway.length < 2 * width) {
        const next = left.next();
        if (next.done) break;
        const result = pool.run(next.value);
        // A part that fails while an earlier one is waited for is not unheard: it is thrown in its turn.
        result.catch(() => undefined);
        underway.push(result);
      }
      const first = underway.shift();
      if (!first) return;
      yield await Promise.race([first, cancelled.promise]);
    }
  } finally {
    cancelled.forget();
    await pool.end();
  }
}

/** A promise that fails when the work is cancelled. */
function cancellation(cancel: Cancel | undefined): {
  readonly promise: Promise<never>;
  readonly forget: () => void;
} {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const heard = () => reject(cancel?.reason);
  cancel?.addEventListener('abort', heard);
  return { promise, forget: () => cancel?.removeEventListener('abort', heard) };
}
