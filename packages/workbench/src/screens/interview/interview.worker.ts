import {
  answer,
  back,
  beginInterview,
  caseOf,
  type Interview,
  materialOf,
  type Question,
  questionOf,
} from '@demarche/source';
import { expose } from 'comlink';

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

const asking = {
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

export type Asking = typeof asking;

expose(asking);
