import type { CaseAnswer } from '@demarche/analysis';
import { type JobState, useJob } from './use-job.ts';
import type { AnswerAsked } from './worker.ts';

export type AnswerState = Omit<JobState<CaseAnswer>, 'value'> & {
  readonly answer: CaseAnswer | undefined;
};

/**
 * The grid of answers of the open case, as far as it is known; `pending` while a newer one is being worked out. The answers come
 * `early`, what they hang on after them.
 */
export function useAnswer(options: AnswerAsked | undefined, desk = 'answer'): AnswerState {
  const { value, ...rest } = useJob<CaseAnswer, AnswerAsked>(
    desk,
    options,
    async (jobs, asked, { progress, early }) => {
      const grid = await jobs.cells(asked, progress);
      early(grid);
      return { ...grid, ...(await jobs.hanging(asked)) };
    },
  );
  return { answer: value, ...rest };
}
