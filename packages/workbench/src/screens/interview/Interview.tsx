import type { Question } from '@demarche/source';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDocument } from '../../document/use-document.ts';
import { pointsOf } from '../source/points.ts';
import { interviewing } from './interviewing.ts';
import { ReplyForm } from './ReplyForm.tsx';
import './interview.css';

/** Questions in plain words about one's own text; after every reply there is a case that runs. */
export function Interview() {
  const current = useSyncExternalStore(interviewing.subscribe, interviewing.now);
  const { write } = useDocument();
  const [problem, setProblem] = useState<{ readonly problem: string; readonly hint: string }>();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = current?.stage.question;
  const asked = question?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question takes the focus
  useEffect(() => heading.current?.focus(), [asked]);
  if (!current)
    return (
      <section className="interview">
        <h1>Your own text</h1>
        <p>
          No text was given yet. <a href="#start">Give one at the start</a>, and the questions begin.
        </p>
      </section>
    );
  const { stage, source } = current;
  const run = async (
    work: () => Promise<{ readonly problem: string; readonly hint: string } | undefined>,
  ) => {
    setBusy(true);
    try {
      const refused = await work();
      setProblem(refused);
      const text = interviewing.now()?.stage.text;
      if (!refused && text !== undefined) write('a reply of the interview', text);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="interview" aria-busy={busy} data-replies={stage.interview.replies.length}>
      <h1>Your own text</h1>
      <div className="columns">
        <div>
          {question ? (
            <>
              <p className="small">
                Part {question.part.at} of {question.part.of}: {question.part.title}
              </p>
              <h2 ref={heading} tabIndex={-1}>
                {question.ask}
              </h2>
              <details>
                <summary>Why this is asked</summary>
                <p>{question.why}</p>
              </details>
              <Passages question={question} source={source} />
              {problem && (
                <p role="alert">
                  {problem.problem}: {problem.hint}.
                </p>
              )}
              <ReplyForm
                key={question.id}
                question={question}
                source={source}
                onReply={(reply) => void run(() => interviewing.reply(reply))}
              />
            </>
          ) : (
            <>
              <h2 ref={heading} tabIndex={-1}>
                Everything was asked
              </h2>
              <p>
                <a href="#answers">See the answers</a>, or go on in the <a href="#model">model</a>.
              </p>
            </>
          )}
          <p>
            <button
              type="button"
              disabled={stage.interview.replies.length === 0}
              onClick={() =>
                void run(async () => {
                  await interviewing.back();
                  return undefined;
                })
              }
            >
              One question back
            </button>
          </p>
        </div>
        <aside aria-label="What the case says so far">
          <h2>If you stop here</h2>
          <p>
            There is a case that runs: <a href="#answers">its answers</a>. You can come back to the questions.
          </p>
          {stage.assumed.length === 0 ? (
            <p>Nothing in it is assumed.</p>
          ) : (
            <>
              <p>It still assumes:</p>
              <ul>
                {stage.assumed.map((what) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
    </section>
  );
}

/** What the text says of it. */
function Passages({ question, source }: { readonly question: Question; readonly source: string }) {
  if (!question.passages?.length) return null;
  return (
    <ul className="passages" aria-label="The text, of it">
      {question.passages.map((one) => (
        <li key={`${one.start} ${one.end}`}>
          {one.by !== undefined && <strong>{one.by}: </strong>}
          <q>{wordsAt(source, one)}</q>
        </li>
      ))}
    </ul>
  );
}

/** The words at a range of code points. */
export function wordsAt(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const points = pointsOf(source);
  return source.slice(points.toUnits(start), points.toUnits(end));
}
