import * as nodeModule from 'node:module';
import type { Job } from '@demarche/engine';
import { Tinypool } from 'tinypool';

/** What a thread is given when it starts: all of the job but the function itself, which it loads. */
export type Start = Pick<Job<unknown, unknown, unknown>, 'module' | 'setup'>;

/** Where this module lies: the source in the repository, the built file where it is installed. */
export const workerModule: string = import.meta.url;

let ready: Promise<(part: unknown) => unknown> | undefined;

/** Does one part of the job in a thread; the first call loads the job and prepares it. */
export async function doPart(part: unknown): Promise<unknown> {
  ready ??= prepared(Tinypool.workerData as Start);
  return (await ready)(part);
}

async function prepared({ module, setup }: Start): Promise<(part: unknown) => unknown> {
  // A thread does not share the compiled code of the process that started it: kept on disk, it is soon at hand.
  nodeModule.enableCompileCache?.();
  const { work } = (await import(module)) as Pick<Job<unknown, unknown, unknown>, 'work'>;
  return work(setup);
}
