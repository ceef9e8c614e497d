import type { AnswerOptions, CaseAnswer } from '@demarche/analysis';
import { useEffect, useState } from 'react';
import { useDocument } from '../document/use-document.ts';
import { type Desk, deskOf } from './compute.ts';

let desk: Desk | undefined;

/** The grid of answers of the open case, as far as it is known; `pending` while a newer one is being worked out. */
export function useAnswer(options: Omit<AnswerOptions, 'signal' | 'onProgress'> = {}): {
  readonly answer: CaseAnswer | undefined;
  readonly pending: boolean;
  readonly error: string | undefined;
} {
  const { sound } = useDocument().now;
  const asked = JSON.stringify(options);
  const [known, setKnown] = useState<{
    readonly answer?: CaseAnswer;
    readonly of?: string;
    readonly error?: string;
  }>({});
  const key = `${asked} ${sound.text}`;
  useEffect(() => {
    if (!sound.case) return;
    let current = true;
    desk ??= deskOf();
    desk
      .ask((jobs) => jobs.answer(sound.text, JSON.parse(asked) as AnswerOptions))
      .then(
        (answer) => {
          if (current) setKnown({ answer, of: key });
        },
        (error: unknown) => {
          if (current && (error as Error).name !== 'AbortError')
            setKnown((before) => ({ ...before, of: key, error: (error as Error).message }));
        },
      );
    return () => {
      current = false;
    };
  }, [key, asked, sound]);
  return {
    answer: known.answer,
    pending: known.of !== key,
    error: known.of === key ? known.error : undefined,
  };
}
