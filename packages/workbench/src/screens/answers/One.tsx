import type { AnswerOptions, CaseAnswer } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import { lazy, Suspense, useState } from 'react';
import { type Field, fieldsOf } from './fields.ts';
import { Matrix } from './Matrix.tsx';
import { leadingActor, Sentence } from './Sentence.tsx';
import type { Setting } from './setting.ts';
import { Why } from './Why.tsx';

const Gains = lazy(async () => ({ default: (await import('./Gains.tsx')).Gains }));

/** One question: its answer in words, by reading and circumstance, and why. */
export function One({
  found,
  answer,
  other,
  question,
  setting,
  open,
  newer,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly other: CaseAnswer | undefined;
  readonly question: Question;
  readonly setting: Setting;
  readonly open: boolean;
  /** What is asked anew while `answer` is an earlier one: the field in view is answered before the rest. */
  readonly newer: Omit<AnswerOptions, 'signal' | 'onProgress'> | undefined;
}) {
  const [chosen, setChosen] = useState<Pick<Field, 'row' | 'scenario'>>();
  const known = found.questions.find(({ id }) => id === question.id);
  // Answers of an earlier state of the case may be in view for a moment.
  if (!known || !answer.cells[0]?.answers.some((one) => one.question === question.id)) return null;
  if (question.kind === 'gains')
    return (
      <Suspense>
        <Gains found={found} answer={answer} question={question} />
      </Suspense>
    );
  const hinge = answer.hinges.find((one) => one.question === question.id);
  const actor = hinge && leadingActor(found, hinge);
  const field =
    chosen &&
    fieldsOf(answer, question.id, actor)
      .flat()
      .find(({ row, scenario }) => row === chosen.row && scenario === chosen.scenario);
  return (
    <article className="question" id={`question-${question.id}`} data-open={open || undefined}>
      <h2>{question.ask}</h2>
      {hinge && <Sentence found={found} answer={answer} hinge={hinge} setting={setting} />}
      <Matrix
        found={found}
        answer={answer}
        question={question}
        actor={actor}
        other={other}
        chosen={field}
        onChoose={setChosen}
      />
      {field && (
        <Why
          key={`${field.row} ${field.scenario}`}
          found={found}
          answer={answer}
          question={question}
          field={field}
          newer={newer}
          onClose={() => setChosen(undefined)}
        />
      )}
    </article>
  );
}
