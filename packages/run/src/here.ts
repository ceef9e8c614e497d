import type { Runner } from '@demarche/engine';

/** Does the parts one after the other, in this thread. Between two parts whatever waits has its turn: a signal, a timer, a click. */
export const here: Runner = {
  name: 'here',
  width: 1,
  async *run(job, parts, cancel) {
    const part = job.work(job.setup);
    for (const one of parts) {
      await turn();
      if (cancel?.aborted) throw cancel.reason;
      yield part(one);
    }
  },
};

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
