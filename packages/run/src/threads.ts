import { availableParallelism } from 'node:os';
import type { Cancel, Runner } from '@demarche/engine';
import { Tinypool } from 'tinypool';
import { inOrder } from './in-order.ts';
import { type Start, workerModule } from './worker.ts';

/** As many threads as the machine runs at once. */
export const most: number = availableParallelism();

/** Does the parts on so many worker threads. Each loads the job's module and prepares once. A part should take 10 ms and more. */
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
      const run = (part: Part) => pool.run(part) as Promise<Result>;
      yield* inOrder({ run, end: () => pool.destroy() }, count, parts, cancel);
    },
  };
}
