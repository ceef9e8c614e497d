import type { Case } from '@demarche/case';
import { proxy, type Remote } from 'comlink';
import { useEffect, useState } from 'react';
import { useDocument } from '../document/use-document.ts';
import { useBlind } from '../view/blind.ts';
import { useFound } from '../view/use-found.ts';
import { type Desk, deskOf } from './compute.ts';
import type { Jobs } from './worker.ts';

const desks = new Map<string, Desk>();

export type Progress = { readonly done: number; readonly of: number };

export type JobState<T> = {
  /** The last answer, which may be of an earlier question while `pending`. */
  readonly value: T | undefined;
  /** The case that `value` is of: its words and its numbers go together. */
  readonly found: Case | undefined;
  /** A part of the answer to come, with the case that it is of. */
  readonly early: Early<T> | undefined;
  readonly pending: boolean;
  /** How far a long answer has come. */
  readonly progress: Progress | undefined;
  readonly error: string | undefined;
  /** A person stopped it; `again` asks once more. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
};

export type Early<T> = { readonly of: string; readonly found: Case; readonly part: Partial<T> };

type Known<T> = {
  readonly of?: string;
  readonly blind?: boolean;
  readonly found?: Case;
  readonly value?: T;
  readonly error?: string;
  readonly stopped?: true;
};

/** What a question may tell before it is answered. */
export type Telling<T> = {
  readonly progress: (done: number, of: number) => void;
  /** A part of the answer, shown while the rest is worked out. Throws where nobody wants the rest any more. */
  readonly early: (part: Partial<T>) => void;
};

/**
 * What a worker of the page finds for the open case: asked again whenever the case or `asked` changes. Questions on one desk take
 * each other's place; with `asked` undefined nothing is asked.
 */
export function useJob<T, A>(
  desk: string,
  asked: A | undefined,
  question: (jobs: Remote<Jobs>, asked: A, telling: Telling<T>) => Promise<T>,
): JobState<T> {
  const { sound } = useDocument().now;
  const found = useFound();
  const [blind] = useBlind();
  const [round, setRound] = useState(0);
  const key = `${JSON.stringify(asked)} ${blind} ${round} ${sound.text}`;
  const [known, setKnown] = useState<Known<T>>({});
  const [progress, setProgress] = useState<Progress>();
  const [early, setEarly] = useState<Early<T>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question is about
  useEffect(() => {
    if (!found || asked === undefined) return;
    let current = true;
    const telling: Telling<T> = {
      progress: proxy((done: number, of: number) => {
        if (current) setProgress({ done, of });
      }),
      early: (part) => {
        if (!current) throw new DOMException('a newer question was asked', 'AbortError');
        setEarly({ of: key, found, part });
      },
    };
    deskFor(desk)
      .ask(found, (jobs) => question(jobs, asked, telling))
      .then(
        (value) => {
          if (current) setKnown({ of: key, blind, found, value });
        },
        (error: unknown) => {
          if (current && (error as Error).name !== 'AbortError')
            setKnown((before) => ({ ...before, of: key, error: (error as Error).message }));
        },
      )
      .finally(() => {
        if (current) setProgress(undefined);
      });
    return () => {
      current = false;
      setProgress(undefined);
    };
  }, [key, desk]);
  const ours = known.blind === blind;
  const here = known.of === key;
  return {
    early: !here && early?.of === key ? early : undefined,
    value: ours ? known.value : undefined,
    found: ours ? known.found : undefined,
    pending: asked !== undefined && !here,
    progress,
    error: here ? known.error : undefined,
    stopped: here && known.stopped === true,
    stop: () => {
      deskFor(desk).cancel();
      setKnown(({ error: _, ...before }) => ({ ...before, of: key, stopped: true }));
    },
    again: () => setRound(round + 1),
  };
}

function deskFor(name: string): Desk {
  const there = desks.get(name);
  if (there) return there;
  const made = deskOf();
  desks.set(name, made);
  return made;
}
