import type { CellAnswer, Verdict } from '@demarche/analysis';
import { countWords as verdictCounts } from '@demarche/report';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../../compute/use-answer.ts';
import { useDocument } from '../../../document/use-document.ts';
import { countWords } from './removed.ts';
import { useRemoved } from './use-removed.ts';

const kinds: readonly Verdict[] = ['yes', 'no', 'depends', 'unsettled'];

/** What the model says at once: how many states there are, and how its questions are answered, while one types. */
export function Effect() {
  const { now } = useDocument();
  const { answer, early, pending, error } = useAnswer({ concepts: ['seq'], robustness: false });
  const removed = useRemoved();
  const found = now.sound.case;
  const stale = now.read.case === undefined;
  // The answers alone are enough here, and come first.
  const cells = early?.part.cells ?? answer?.cells;
  const rows = found && cells ? rowsOf(cells) : [];
  const before = useBefore(rows);
  const [open, setOpen] = useState(() => matchMedia('(width >= 48rem)').matches);
  return (
    <section className="m-bar" aria-label="What follows" aria-busy={found !== undefined && pending && !early}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {removed ? (
            <>
              <b>{countWords(removed.feasible ?? removed.states)}</b>
              {removed.feasible === undefined
                ? ' combinations'
                : ` states feasible, ${countWords(removed.states - removed.feasible)} removed`}
            </>
          ) : (
            'What follows'
          )}
          {stale && (
            <span className="m-stale">
              {found ? 'The last case without errors; mend' : 'Mend'} the errors to see what follows now.
            </span>
          )}
        </summary>
        {error !== undefined && <p className="m-problems">{error}</p>}
        <ul aria-label="Answers" aria-live="polite">
          {rows.map((row) => (
            <li key={row.question}>
              <span className="m-ask">{found?.questions.find(({ id }) => id === row.question)?.ask}</span>
              <span className="m-counts" aria-hidden="true">
                {kinds.map((kind) => {
                  const count = row.counts[kind] ?? 0;
                  return count > 0 ? <i key={kind} data-verdict={kind} style={{ flexGrow: count }} /> : null;
                })}
              </span>
              <span className="m-count-words">
                {verdictCounts(row.counts)}
                {before[row.question] !== undefined && before[row.question] !== verdictCounts(row.counts) && (
                  <span className="m-was"> before: {before[row.question]}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

type Row = { readonly question: string; readonly counts: Readonly<Partial<Record<Verdict, number>>> };

/** One row a question of kind `holds`, as everybody looks ahead farthest. */
function rowsOf(cells: readonly CellAnswer[]): readonly Row[] {
  const counts = new Map<string, Partial<Record<Verdict, number>>>();
  for (const { answers } of cells)
    for (const { question, answer } of answers) {
      if (answer === 'gains') continue;
      const own = counts.get(question) ?? {};
      own[answer] = (own[answer] ?? 0) + 1;
      counts.set(question, own);
    }
  return [...counts].map(([question, own]) => ({ question, counts: own }));
}

/** What the counts were before they last changed. */
function useBefore(rows: readonly Row[]): Readonly<Record<string, string>> {
  const [before, setBefore] = useState<Readonly<Record<string, string>>>({});
  const last = useRef<Readonly<Record<string, string>>>({});
  const words = JSON.stringify(rows.map(({ question, counts }) => [question, verdictCounts(counts)]));
  useEffect(() => {
    const now = Object.fromEntries(JSON.parse(words) as [string, string][]);
    if (Object.keys(now).length === 0) return;
    setBefore(last.current);
    last.current = now;
  }, [words]);
  return before;
}
