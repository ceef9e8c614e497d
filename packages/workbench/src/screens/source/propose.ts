import { wrap } from 'comlink';
import type { Reading } from './reading.worker.ts';

/** A passage that reports what somebody says or thinks, in code points, with who that seems to be. */
export type Proposal = { readonly start: number; readonly end: number; readonly by?: string };

/** What the rule reader finds. It is loaded and run in a worker of its own, which is ended afterwards. */
export async function propose(text: string): Promise<readonly Proposal[]> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await wrap<Reading>(worker).read(text);
  } finally {
    worker.terminate();
  }
}
