import { readCase } from '@demarche/case';
import { expose } from 'comlink';
import { removedOf } from './removed.ts';

const jobs = {
  removed: (text: string) => {
    const found = readCase(text).case;
    if (!found) throw new Error('the case has errors');
    return removedOf(found);
  },
};

export type RemovedJobs = typeof jobs;

expose(jobs);
