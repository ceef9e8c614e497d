import type { Case } from '@demarche/case';
import { type Remote, wrap } from 'comlink';
import type { Jobs } from './worker.ts';

type Asked = { readonly worker: Worker; readonly jobs: Remote<Jobs>; has: Case | undefined };
type Running = { readonly give: (error: DOMException) => void; readonly end: Promise<unknown> };

/** A worker of the page for one kind of question: a newer question takes the place of one that is still being worked on. */
export type Desk = {
  /** Rejects with an AbortError where a newer question came before the answer, or nobody wants it any more. */
  readonly ask: <T>(about: Case, question: (jobs: Remote<Jobs>) => Promise<T>) => Promise<T>;
  /** Ends what is being worked on. */
  readonly cancel: () => void;
};

/** Milliseconds that a running answer is waited for: what the worker knows already is worth more than the time to start another. */
const patience = 120;

export function deskOf(): Desk {
  let asked: Asked | undefined;
  let busy: Running | undefined;
  let turn = 0;
  const start = (): Asked => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    return { worker, jobs: wrap<Jobs>(worker), has: undefined };
  };
  /** A worker cannot be interrupted while it computes: it is ended, and the next question starts another. */
  const stop = () => {
    busy = undefined;
    asked?.worker.terminate();
    asked = undefined;
  };
  const superseded = () => new DOMException('a newer question was asked', 'AbortError');

  async function ask<T>(about: Case, question: (jobs: Remote<Jobs>) => Promise<T>): Promise<T> {
    const mine = ++turn;
    const before = busy;
    if (before) {
      before.give(superseded());
      await Promise.race([before.end, new Promise((resolve) => setTimeout(resolve, patience))]);
      if (mine !== turn) throw superseded();
      if (busy === before) stop();
    }
    asked ??= start();
    if (asked.has !== about) {
      asked.has = about;
      // Messages keep their order: the question finds it there.
      void asked.jobs.open(about);
    }
    const work = question(asked.jobs);
    return new Promise<T>((resolve, reject) => {
      const end = work.then(resolve, reject).finally(() => {
        if (busy === running) busy = undefined;
      });
      const running: Running = { give: reject, end };
      busy = running;
    });
  }

  return {
    ask,
    cancel: () => {
      turn++;
      busy?.give(new DOMException('it was stopped', 'AbortError'));
      if (busy) stop();
    },
  };
}
