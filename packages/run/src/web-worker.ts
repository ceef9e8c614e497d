import type { Job } from '@demarche/engine';

/** What a worker of a page is told: first the job without its function, which it loads, then part after part. */
export type Told =
  | { readonly start: { readonly module: string; readonly setup: unknown } }
  | { readonly part: unknown };

/** What it answers to a part. */
export type Answered = { readonly result: unknown } | { readonly failed: unknown };

/** Where this module lies. */
export const webWorkerModule: string = import.meta.url;

/** By this name a worker knows that it is one of ours. */
export const webWorkerName = 'demarche part';

type Scope = {
  readonly name?: string;
  readonly WorkerGlobalScope?: unknown;
  onmessage: (event: { readonly data: Told }) => void;
  postMessage(answer: Answered): void;
};

const scope = globalThis as unknown as Scope;

if (scope.WorkerGlobalScope !== undefined && scope.name === webWorkerName) {
  let ready: Promise<(part: unknown) => unknown>;
  scope.onmessage = async ({ data }) => {
    if ('start' in data) {
      ready = prepared(data.start);
      ready.catch(() => undefined);
      return;
    }
    try {
      scope.postMessage({ result: (await ready)(data.part) });
    } catch (failed) {
      scope.postMessage({ failed });
    }
  };
}

async function prepared({ module, setup }: Pick<Job<unknown, unknown, unknown>, 'module' | 'setup'>) {
  const { work } = (await import(module)) as Pick<Job<unknown, unknown, unknown>, 'work'>;
  return work(setup);
}
