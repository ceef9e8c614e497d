import type { Case } from '@demarche/case';
import { caveat, conceptWords, heldWords } from '@demarche/report/words';
import { lazy, Suspense, useState } from 'react';
import { useAnswer } from '../../compute/use-answer.ts';
import { usePlace } from '../../view/use-place.ts';
import { Working } from '../../view/Working.tsx';
import { Changed } from './Changed.tsx';
import { One } from './One.tsx';
import { Overview } from './Overview.tsx';
import { SettingForm } from './SettingForm.tsx';
import { optionsOf, plainly, type Setting, settingWords } from './setting.ts';
import { shownOf } from './shown.ts';

// What draws pictures comes after the answers.
const Deeper = lazy(async () => ({ default: (await import('./Deeper.tsx')).Deeper }));

/** The answers of a case under one setting, or two side by side. */
export function Asked({ now }: { readonly now: Case }) {
  const [setting, setSetting] = useState<Setting>(plainly);
  const [other, setOther] = useState<Setting>();
  const first = useAnswer(optionsOf(now, setting), 'answer');
  const second = useAnswer(other && optionsOf(now, other), 'answer-other');
  const openQuestion = usePlace()[1];
  const shown = shownOf(first);
  const beside = other && shownOf(second);
  const answer = shown?.answer;
  const found = shown?.found ?? now;
  const both = beside?.found === found ? beside.answer : undefined;
  const count = answer?.cells.length ?? 0;
  return (
    <section
      className="answers"
      aria-busy={first.pending || second.pending}
      data-stale={shown?.stale || undefined}
      data-cells={first.pending && !first.early ? 'earlier' : 'newest'}
    >
      <h1>{found.title}</h1>
      {found.summary !== undefined && <p className="lead">{found.summary}</p>}
      <details className="choose">
        <summary>
          {settingWords(now, setting)}
          <span className="change">Choose readings, circumstances and more, or compare two settings</span>
        </summary>
        <SettingForm
          found={now}
          setting={setting}
          onSetting={setSetting}
          label={other ? 'On the left' : 'If'}
        />
        {other ? (
          <>
            <SettingForm found={now} setting={other} onSetting={setOther} label="On the right" />
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
      <Working job={first} />
      {other && <Working job={second} />}
      {answer && (
        <p className="small">
          {found.asOf !== undefined && `As of ${found.asOf}. `}
          {count === 1 ? '1 combination' : `${count} combinations`} of readings and circumstances answered. If{' '}
          {conceptWords[setting.concept]}, {heldWords[setting.beliefs]}; {caveat}.
        </p>
      )}
      <Changed job={first} />
      {answer && !other && <Overview found={found} answer={answer} />}
      {answer &&
        found.questions.map((question) => (
          <div key={question.id} className={other ? 'two' : 'one'}>
            <One
              found={found}
              answer={answer}
              other={both}
              question={question}
              setting={setting}
              open={question.id === openQuestion}
              newer={first.pending && !first.early ? optionsOf(now, setting) : undefined}
            />
            {other && both && (
              <One
                found={found}
                answer={both}
                other={answer}
                question={question}
                setting={other}
                open={false}
                newer={undefined}
              />
            )}
          </div>
        ))}
      {answer && !other && (
        <Suspense>
          <Deeper found={found} setting={setting} />
        </Suspense>
      )}
    </section>
  );
}
