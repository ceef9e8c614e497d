import { reader } from '../../reading/reader.ts';
import type { Stage } from '../../reading/reading.worker.ts';

/** The interview of this page, if one was begun: it goes on when one comes back to the screen. */
export type Interviewing = { readonly stage: Stage; readonly source: string };

let now: Interviewing | undefined;
const listeners = new Set<() => void>();

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
    show({ source, stage: await reader().begin(source) }),
  /** Undefined where the reply was taken; else why it was not. */
  reply: async (reply: unknown): Promise<{ readonly problem: string; readonly hint: string } | undefined> => {
    if (!now) return undefined;
    const next = await reader().reply(now.stage.interview, reply, now.source);
    if ('problem' in next) return next;
    show({ ...now, stage: next });
    return undefined;
  },
  back: async (): Promise<void> => {
    if (now) show({ ...now, stage: await reader().back(now.stage.interview) });
  },
};
