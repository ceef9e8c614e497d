import { type Remote, wrap } from 'comlink';
import type { Asking, Stage } from './interview.worker.ts';

/** The interview of this page, if one was begun: it goes on when one comes back to the screen. */
export type Interviewing = { readonly stage: Stage; readonly source: string };

let now: Interviewing | undefined;
let worker: Remote<Asking> | undefined;
const listeners = new Set<() => void>();

/** The reader and the questions run in a worker, which is loaded when the first interview begins. */
function asking(): Remote<Asking> {
  worker ??= wrap<Asking>(new Worker(new URL('./interview.worker.ts', import.meta.url), { type: 'module' }));
  return worker;
}

function show(next: Interviewing): Interviewing {
  now = next;
  for (const changed of listeners) changed();
  return next;
}

export const interviewing = {
  now: (): Interviewing | undefined => now,
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
  begin: async (source: string): Promise<Interviewing> =>
    show({ source, stage: await asking().begin(source) }),
  /** Undefined where the reply was taken; else why it was not. */
  reply: async (reply: unknown): Promise<{ readonly problem: string; readonly hint: string } | undefined> => {
    if (!now) return undefined;
    const next = await asking().reply(now.stage.interview, reply, now.source);
    if ('problem' in next) return next;
    show({ ...now, stage: next });
    return undefined;
  },
  back: async (): Promise<void> => {
    if (now) show({ ...now, stage: await asking().back(now.stage.interview) });
  },
};
