import type { AnswerOptions, CaseAnswer } from '@demarche/analysis';
import { useJob } from './use-job.ts';

/** The grid of answers of the open case, as far as it is known; `pending` while a newer one is being worked out. */
export function useAnswer(
  options: Omit<AnswerOptions, 'signal' | 'onProgress'> | undefined,
  desk = 'answer',
): {
  readonly answer: CaseAnswer | undefined;
  readonly pending: boolean;
  readonly error: string | undefined;
} {
  const { value, pending, error } = useJob(desk, options, (jobs, text, asked) => jobs.answer(text, asked));
  return { answer: value, pending, error };
}
