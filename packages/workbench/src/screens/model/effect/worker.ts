import { expose } from 'comlink';
import { removedOf } from './removed.ts';

const jobs = { removed: removedOf };

export type RemovedJobs = typeof jobs;

expose(jobs);
