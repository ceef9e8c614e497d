import type { CaseAnswer } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { countWords, leadingWords } from '@demarche/report/words';
import type { Kind } from './fields.ts';

const kinds: readonly Kind[] = ['yes', 'no', 'open'];

/** Every question at a glance: in how many combinations it comes out how, and what that hangs on most. */
export function Overview({ found, answer }: { readonly found: Case; readonly answer: CaseAnswer }) {
  const rows = answer.hinges.flatMap((hinge) => {
    const question = found.questions.find(({ id }) => id === hinge.question);
    return question ? [{ hinge, question }] : [];
  });
  if (rows.length < 2) return null;
  return (
    <ul className="overview" aria-label="All questions">
      {rows.map(({ hinge, question }) => {
        const open = (hinge.counts.depends ?? 0) + (hinge.counts.unsettled ?? 0);
        const counts = { yes: hinge.counts.yes ?? 0, no: hinge.counts.no ?? 0, open };
        return (
          <li key={question.id}>
            <a href={`#answers/${encodeURIComponent(question.id)}`}>{question.ask}</a>
            <span className="bar-of" aria-hidden="true">
              {kinds.map((kind) =>
                counts[kind] > 0 ? (
                  <i key={kind} className={kind} style={{ flexGrow: counts[kind] }} />
                ) : null,
              )}
            </span>
            <span className="small">
              {countWords(hinge.counts)}
              {hinge.always ? '' : `; hangs most on ${leadingWords(found, hinge)}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
