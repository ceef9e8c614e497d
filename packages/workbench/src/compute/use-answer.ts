import type { AnswerOptions, CaseAnswer } from '@demarche/analysis';
import { type JobState, useJob } from './use-job.ts';

/** The grid of answers of the open case, as far as it is known; `pending` while a newer one is being worked out. */
export function useAnswer(
  options: Omit<AnswerOptions, 'signal' | 'onProgress'> | undefined,
  desk = 'answer',
): Omit<JobState<CaseAnswer>, 'value'> & { readonly answer: CaseAnswer | undefined } {
  const { value, ...rest } = useJob(desk, options, (jobs, of, asked, tell) => jobs.answer(of, asked, tell));
  return { answer: value, ...rest };
}
