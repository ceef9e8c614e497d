import type { Basis } from '@demarche/report/record';
import { type Jobs, jobsFor, type Step } from './jobs.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { run } from './worker.ts';

/** Arguments of a job as the page gives them: how far it is comes back by itself. */
type Given<Job extends keyof Jobs> =
  Parameters<Jobs[Job]> extends readonly [...infer Some, Step] ? Some : Parameters<Jobs[Job]>;

/** Where questions are answered beside the page: a newer one takes the place of one that is still being worked on. */
export type Desk = {
  /** Undefined where a newer question came before the answer. */
  readonly ask: <Job extends keyof Jobs>(
    job: Job,
    given: Given<Job>,
    onStep?: Step,
  ) => Promise<ReturnType<Jobs[Job]> | undefined>;
  /** Gives up what is being worked on. */
  readonly drop: () => void;
};

type Worked = { readonly worker: Worker; readonly ready: Promise<boolean> };

/** A worker of the page's own script, or, where a browser allows none, the page itself. */
export function deskOf(basis: Basis, script: string): Desk {
  let worked: Worked | undefined;
  let overtake: (() => void) | undefined;
  let here: Jobs | undefined;
  let allowed = true;
  const inWorker = async (question: ToWorker, onStep?: Step): Promise<unknown> => {
    worked ??= start(basis, script);
    const { worker, ready } = worked;
    allowed = await ready;
    return allowed ? answered(worker, question, onStep) : undefined;
  };
  const inPage = async (ask: keyof Jobs, given: readonly unknown[]): Promise<unknown> => {
    // So that the page can show that it is at work.
    await new Promise((resolve) => setTimeout(resolve, 30));
    here ??= jobsFor(basis);
    return run(here, ask, given, () => {});
  };
  return {
    drop: () => overtake?.(),
    ask: async (ask, given, onStep) => {
      overtake?.();
      let over = false;
      const newer = new Promise<undefined>((resolve) => {
        overtake = () => {
          over = true;
          // A worker cannot be interrupted while it computes: it is ended, and the next one starts.
          worked?.worker.terminate();
          worked = undefined;
          resolve(undefined);
        };
      });
      const mine = overtake;
      const answer = async () => {
        const first = allowed ? await inWorker({ ask, given }, onStep) : undefined;
        return allowed || over ? first : inPage(ask, given);
      };
      try {
        const value = await Promise.race([answer(), newer]);
        return (over ? undefined : value) as never;
      } finally {
        if (overtake === mine) overtake = undefined;
      }
    },
  };
}

function start(basis: Basis, script: string): Worked {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  let worker: Worker;
  try {
    worker = new Worker(url);
  } catch {
    return { worker: { terminate() {} } as Worker, ready: Promise.resolve(false) };
  }
  const ready = new Promise<boolean>((resolve) => {
    worker.onmessage = ({ data }: { readonly data: FromWorker }) => resolve('ready' in data);
    worker.onerror = () => resolve(false);
  }).finally(() => URL.revokeObjectURL(url));
  worker.postMessage({ basis } satisfies ToWorker);
  return { worker, ready };
}

function answered(worker: Worker, question: ToWorker, onStep: Step | undefined): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: { readonly data: FromWorker }) => {
      if ('done' in data) onStep?.(data.done, data.all);
      else if ('value' in data) resolve(data.value);
      else if ('failed' in data) reject(new Error(data.failed));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });
}
