import type { CaseAnswer } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import { parts } from '@demarche/report/html';
import { Html } from '../../view/Html.tsx';

/** Who gets what they want, for each reading of each party. */
export function Gains({
  found,
  answer,
  question,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly question: Question;
}) {
  return (
    <article className="question">
      <h2>{question.ask}</h2>
      <Html html={parts.gains(found, answer, question)} />
    </article>
  );
}
