import type { Cancel, Runner } from '@demarche/engine';
import { inOrder, type Pool } from './in-order.ts';
import { type Answered, type Told, webWorkerModule, webWorkerName } from './web-worker.ts';

/** Of a page what is used here, by its own names, so that the package needs the types of no browser. */
type Page = {
  readonly navigator: { readonly hardwareConcurrency: number };
  readonly Worker: new (
    address: string,
    options: { readonly type: 'module'; readonly name: string },
  ) => PageWorker;
};

type PageWorker = {
  onmessage: (event: { readonly data: Answered }) => void;
  onerror: (event: { readonly message: string }) => void;
  postMessage(told: Told): void;
  terminate(): void;
};

const page = globalThis as unknown as Page;

/**
 * Does the parts on so many workers of the page, for modules that are served as they are; what `threads` is in Node. Memory is shared
 * with them only where the page is isolated from others (`crossOriginIsolated`): elsewhere what needs that is done by one thread.
 */
export function webThreads(count: number = page.navigator.hardwareConcurrency): Runner {
  return {
    name: `${count} ${count === 1 ? 'worker' : 'workers'} of the page`,
    width: count,
    async *run<Setup, Part, Result>(
      { module, setup }: { readonly module: string; readonly setup: Setup },
      parts: Iterable<Part>,
      cancel?: Cancel,
    ) {
      if (cancel?.aborted) throw cancel.reason;
      yield* inOrder(poolOf<Part, Result>(count, { start: { module, setup } }), count, parts, cancel);
    },
  };
}

type Waiting = {
  readonly part: unknown;
  readonly give: (result: unknown) => void;
  readonly fail: (error: unknown) => void;
};

function poolOf<Part, Result>(count: number, start: Told): Pool<Part, Result> {
  const waiting: Waiting[] = [];
  const workers = Array.from({ length: count }, () => {
    const worker = new page.Worker(webWorkerModule, { type: 'module', name: webWorkerName });
    let busy: Waiting | undefined;
    let broken: Error | undefined;
    const next = () => {
      busy = waiting.shift();
      if (broken) busy?.fail(broken);
      else if (busy) worker.postMessage({ part: busy.part });
    };
    worker.onmessage = ({ data }) => {
      if ('failed' in data) busy?.fail(data.failed);
      else busy?.give(data.result);
      next();
    };
    worker.onerror = ({ message }) => {
      broken = new Error(message || 'a worker of the page could not be started');
      busy?.fail(broken);
      next();
    };
    worker.postMessage(start);
    return { worker, ask: () => busy ?? next() };
  });
  return {
    run: (part) =>
      new Promise<Result>((give, fail) => {
        waiting.push({ part, give: give as Waiting['give'], fail });
        for (const { ask } of workers) ask();
      }),
    end: () => {
      for (const { worker } of workers) worker.terminate();
    },
  };
}
