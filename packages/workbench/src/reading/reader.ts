import { type Remote, wrap } from 'comlink';
import type { ReadingJobs } from './reading.worker.ts';

let jobs: Remote<ReadingJobs> | undefined;

/** The rule reader and its interview. They are large, and loaded into a worker of their own when somebody first wants them. */
export function reader(): Remote<ReadingJobs> {
  jobs ??= wrap<ReadingJobs>(new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' }));
  return jobs;
}
