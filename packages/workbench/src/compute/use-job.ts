import type { Remote } from 'comlink';
import { useEffect, useState } from 'react';
import { useDocument } from '../document/use-document.ts';
import { type Desk, deskOf } from './compute.ts';
import type { Jobs } from './worker.ts';

const desks = new Map<string, Desk>();

export type JobState<T> = {
  /** The last answer, which may be of an earlier question while `pending`. */
  readonly value: T | undefined;
  readonly pending: boolean;
  readonly error: string | undefined;
};

/**
 * What a worker of the page finds for the open case: asked again whenever the case or `asked` changes. Questions on one desk take
 * each other's place; with `asked` undefined nothing is asked.
 */
export function useJob<T, A>(
  desk: string,
  asked: A | undefined,
  question: (jobs: Remote<Jobs>, text: string, asked: A) => Promise<T>,
): JobState<T> {
  const { sound } = useDocument().now;
  const key = `${JSON.stringify(asked)} ${sound.text}`;
  const [known, setKnown] = useState<{ readonly of?: string; readonly value?: T; readonly error?: string }>(
    {},
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question is about
  useEffect(() => {
    if (!sound.case || asked === undefined) return;
    let current = true;
    if (!desks.has(desk)) desks.set(desk, deskOf());
    desks
      .get(desk)!
      .ask((jobs) => question(jobs, sound.text, asked))
      .then(
        (value) => {
          if (current) setKnown({ of: key, value });
        },
        (error: unknown) => {
          if (current && (error as Error).name !== 'AbortError')
            setKnown((before) => ({ ...before, of: key, error: (error as Error).message }));
        },
      );
    return () => {
      current = false;
    };
  }, [key, desk]);
  return {
    value: known.value,
    pending: asked !== undefined && known.of !== key,
    error: known.of === key ? known.error : undefined,
  };
}
