import type { Case, Proposal as Proposed } from '@demarche/case';
import {
  answer,
  back,
  beginInterview,
  caseOf,
  type Interview,
  materialOf,
  type Question,
  questionOf,
  readText,
  speakerAt,
} from '@demarche/source';
import { expose } from 'comlink';

/** A passage that reports what somebody says or thinks, in code points, with who that seems to be. */
export type Proposal = { readonly start: number; readonly end: number; readonly by?: string };

/** An interview as far as it has come: the next question, and the case that it leaves if it is stopped here. */
export type Stage = {
  readonly interview: Interview;
  /** Undefined when everything was asked. */
  readonly question: Question | undefined;
  readonly text: string;
  /** What the case takes as so and nobody has said. */
  readonly assumed: readonly string[];
};

const stageOf = (interview: Interview): Stage => {
  const { text, assumed } = caseOf(interview);
  return { interview, question: questionOf(interview), text, assumed: assumed.map(({ what }) => what) };
};

const jobs = {
  /** What the rule reader finds. */
  propose: async (text: string): Promise<readonly Proposal[]> => {
    const { statements, speakers } = readText(text);
    const names = new Map(speakers.map(({ id, name }) => [id, name]));
    return statements.map(({ start, end, who, speaker }) => {
      const by = (who === undefined ? undefined : names.get(who)) ?? speaker?.text;
      return { start, end, ...(by === undefined ? {} : { by }) };
    });
  },
  /** Whom the rule reader takes for the speaker of what a model proposed, where that is somebody else; by id. */
  speakers: (found: Case, text: string, proposals: readonly Proposed[]): Readonly<Record<string, string>> => {
    const speaker = speakerAt(found, readText(text));
    return Object.fromEntries(
      proposals.flatMap(({ id, at, by }) => {
        const other = at && speaker(at);
        return other === undefined || other === by ? [] : [[id, other]];
      }),
    );
  },
  begin: (text: string): Stage => stageOf(beginInterview(materialOf(text, 'pasted text', {}))),
  reply: (
    interview: Interview,
    reply: unknown,
    text: string,
  ): Stage | { readonly problem: string; readonly hint: string } => {
    const next = answer(interview, reply, text);
    return 'problem' in next ? next : stageOf(next.interview);
  },
  back: (interview: Interview): Stage => stageOf(back(interview)),
};

export type ReadingJobs = typeof jobs;

expose(jobs);
