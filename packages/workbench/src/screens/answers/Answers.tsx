import type { CaseAnswer } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import {
  alwaysWords,
  caveat,
  chanceLines,
  conceptWords,
  countWords,
  factorActor,
  grantedWords,
  heldWords,
  leadingFactor,
  leadingWords,
  rulesWords,
  sharesInOrder,
  splitBy,
  valueWords,
} from '@demarche/report/words';
import { lazy, Suspense, useState } from 'react';
import { useAnswer } from '../../compute/use-answer.ts';
import { useDocument } from '../../document/use-document.ts';
import { Unsound } from '../../view/Unsound.tsx';
import { usePlace } from '../../view/use-place.ts';
import { type Field, fieldsOf } from './fields.ts';
import { Matrix } from './Matrix.tsx';
import { SettingForm } from './SettingForm.tsx';
import { optionsOf, plainly, type Setting } from './setting.ts';
import { Why } from './Why.tsx';
import './answers.css';

// What draws pictures comes after the answers.
const Deeper = lazy(async () => ({ default: (await import('./Deeper.tsx')).Deeper }));
const Gains = lazy(async () => ({ default: (await import('./Gains.tsx')).Gains }));

/** The questions and their answers, each with its condition; everything else is one click away. */
export function Answers() {
  const { now } = useDocument();
  const found = now.sound.case;
  if (!found) return <Unsound />;
  if (!found.now)
    return (
      <section className="answers">
        <h1>{found.title}</h1>
        <p>
          The case does not say where things stand. Say it in the <a href="#model">model</a>, under{' '}
          <em>now</em>: which options are taken today.
        </p>
      </section>
    );
  return <Asked found={found} />;
}

function Asked({ found }: { readonly found: Case }) {
  const [setting, setSetting] = useState<Setting>(plainly);
  const [other, setOther] = useState<Setting>();
  const first = useAnswer(optionsOf(found, setting), 'answer');
  const second = useAnswer(other && optionsOf(found, other), 'answer-other');
  const openQuestion = usePlace()[1];
  const busy = first.pending || second.pending;
  return (
    <section className="answers" aria-busy={busy}>
      <h1>{found.title}</h1>
      {found.summary !== undefined && <p className="lead">{found.summary}</p>}
      <p className="small">
        {found.asOf !== undefined && `As of ${found.asOf}. `}
        If {conceptWords[setting.concept]}, {heldWords[setting.beliefs]}; {caveat}.
      </p>
      <details className="choose">
        <summary>Choose readings, circumstance, how far each looks ahead, or compare two settings</summary>
        <SettingForm
          found={found}
          setting={setting}
          onSetting={setSetting}
          label={other ? 'On the left' : 'If'}
        />
        {other ? (
          <>
            <SettingForm found={found} setting={other} onSetting={setOther} label="On the right" />
            <button type="button" onClick={() => setOther(undefined)}>
              Only one setting
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setOther(setting)}>
            Compare with another setting
          </button>
        )}
      </details>
      {(first.error ?? second.error) !== undefined && <p role="alert">{first.error ?? second.error}</p>}
      <p role="status" className="small">
        {busy ? 'Working it out …' : first.answer && `${first.answer.cells.length} combinations answered.`}
      </p>
      {first.answer &&
        found.questions.map((question) => (
          <div key={question.id} className={other ? 'two' : 'one'}>
            <One
              found={found}
              answer={first.answer!}
              other={other && second.answer}
              question={question}
              setting={setting}
              open={question.id === openQuestion}
            />
            {other && second.answer && (
              <One
                found={found}
                answer={second.answer}
                other={first.answer}
                question={question}
                setting={other}
                open={false}
              />
            )}
          </div>
        ))}
      {first.answer && !other && (
        <Suspense>
          <Deeper found={found} setting={setting} />
        </Suspense>
      )}
    </section>
  );
}

function One({
  found,
  answer,
  other,
  question,
  setting,
  open,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly other: CaseAnswer | undefined;
  readonly question: Question;
  readonly setting: Setting;
  readonly open: boolean;
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
          onClose={() => setChosen(undefined)}
        />
      )}
    </article>
  );
}

type HingeOf = CaseAnswer['hinges'][number];

/** The actor whose reading carries most of the answer; undefined where no reading carries any. */
function leadingActor(found: Case, hinge: HingeOf): string | undefined {
  const first = sharesInOrder(hinge).find(
    ({ factor, share }) => factorActor(factor) !== undefined && share > 1e-9,
  );
  return first ? factorActor(first.factor) : found.actors.find((_, i) => found.readings[i]!.length > 1)?.id;
}

/** The answer in words; no verdict stands without its condition. */
function Sentence({
  found,
  answer,
  hinge,
  setting,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly hinge: HingeOf;
  readonly setting: Setting;
}) {
  const granted = grantedWords(found, answer);
  const chances = chanceLines(found, answer, hinge);
  if (hinge.always)
    return (
      <p className="sentence">
        <strong>If {conceptWords[setting.concept]}</strong>: {alwaysWords(found, answer, hinge)}.
      </p>
    );
  const factor = leadingFactor(hinge)!;
  const rules = rulesWords(found, hinge.rules);
  return (
    <div className="sentence">
      <p>
        <strong>If {conceptWords[setting.concept]}</strong>
        {granted !== undefined && `, given that ${granted}`}, it hangs most on{' '}
        <strong>{leadingWords(found, hinge)}</strong>:{' '}
        {splitBy(answer.cells, hinge, factor)
          .map(({ value, counts }) => `with ${valueWords(found, factor, value)} ${countWords(counts)}`)
          .join('; ')}
        .
      </p>
      {rules.length <= 4 && <p className="small">Exactly: {rules.join('; ')}.</p>}
      {chances.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </div>
  );
}
