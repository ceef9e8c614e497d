import { availableParallelism } from 'node:os';
import type { Cancel, Runner } from '@demarche/engine';
import { Tinypool } from 'tinypool';
import { type Start, workerModule } from './worker.ts';

/** As many threads as the machine runs at once. */
export const most: number = availableParallelism();

/**
 * Does the parts on so many worker threads. Each loads the job's module and prepares once. At most twice as many parts as threads
 * are under way, so that leaving early leaves little undone. A part should take 10 ms and more.
 */
export function threads(count: number = most): Runner {
  return {
    name: `${count} ${count === 1 ? 'thread' : 'threads'}`,
    width: count,
    async *run<Setup, Part, Result>(
      { module, setup }: Start & { readonly setup: Setup },
      parts: Iterable<Part>,
      cancel?: Cancel,
    ) {
      if (cancel?.aborted) throw cancel.reason;
      const pool = new Tinypool({
        filename: workerModule,
        name: 'doPart',
        runtime: 'worker_threads',
        minThreads: count,
        maxThreads: count,
        workerData: { module, setup } satisfies Start,
      });
      const cancelled = cancellation(cancel);
      try {
        const underway: Promise<Result>[] = [];
        const left = parts[Symbol.iterator]();
        while (true) {
          while (underway.length < 2 * count) {
            const next = left.next();
            if (next.done) break;
            const result = pool.run(next.value) as Promise<Result>;
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
        await pool.destroy();
      }
    },
  };
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
