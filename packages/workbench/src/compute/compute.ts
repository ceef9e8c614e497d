import { type Remote, wrap } from 'comlink';
import type { Jobs } from './worker.ts';

type Asked = { readonly worker: Worker; readonly jobs: Remote<Jobs> };

/** A worker of the page for one kind of question: a newer question takes the place of one that is still being worked on. */
export type Desk = {
  /** Rejects with an AbortError where a newer question came before the answer. */
  readonly ask: <T>(question: (jobs: Remote<Jobs>) => Promise<T>) => Promise<T>;
  readonly close: () => void;
};

export function deskOf(): Desk {
  let asked: Asked | undefined;
  let busy: { readonly give: (error: DOMException) => void } | undefined;
  const start = (): Asked => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return { worker, jobs: wrap<Jobs>(worker) };
  };
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (busy) {
          // A worker cannot be interrupted while it computes: it is ended, and the next one starts.
          busy.give(new DOMException('a newer question was asked', 'AbortError'));
          asked?.worker.terminate();
          asked = undefined;
        }
        asked ??= start();
        const mine = { give: reject };
        busy = mine;
        question(asked.jobs).then(
          (answer) => {
            if (busy === mine) busy = undefined;
            resolve(answer);
          },
          (error) => {
            if (busy === mine) busy = undefined;
            reject(error);
          },
        );
      }),
    close: () => asked?.worker.terminate(),
  };
}
