import {
  type AnswerOptions,
  type CaseAnswer,
  type CellAnswer,
  chainOf,
  pathOnCourse,
} from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import {
  actorName,
  beforeWords,
  conceptWords,
  groupRests,
  heldBy,
  heldWords,
  profileWords,
  readingOf,
  shareWords,
  stateWords,
  stepWords,
  verdictWords,
} from '@demarche/report/words';
import { useState } from 'react';
import { useAnswer } from '../../compute/use-answer.ts';
import { type Field, kindOf, verdictIn } from './fields.ts';
import { said } from './Matrix.tsx';

/** Why a field answers as it does: one combination's way to its rest, and what that rests on, down to the passage. */
export function Why({
  found,
  answer,
  question,
  field,
  newer,
  onClose,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly question: Question;
  readonly field: Field;
  /** What is asked anew while `answer` is an earlier one: this field is answered first. */
  readonly newer: Omit<AnswerOptions, 'signal' | 'onProgress'> | undefined;
  readonly onClose: () => void;
}) {
  const kinds = (['yes', 'no', 'open'] as const).filter((kind) => field.counts[kind] > 0);
  const firstOf = (kind: string) =>
    field.cells.findIndex((cell) => {
      const verdict = verdictIn(cell, question.id);
      return verdict !== undefined && kindOf(verdict) === kind;
    });
  const [at, setAt] = useState(() => Math.max(0, firstOf(kinds[0] ?? 'yes')));
  const told = field.cells[Math.min(at, field.cells.length - 1)];
  const ahead = useAnswer(
    newer && told && { ...newer, reading: told.profile, scenario: told.scenario },
    'in-view',
  );
  const cell = (newer && !ahead.pending && ahead.answer?.cells[0]) || told;
  if (!cell) return null;
  return (
    <section className="why" aria-label={`Why: ${question.ask}`}>
      <h3>Why</h3>
      <p>
        {question.ask} {said(field)}.{' '}
        <button type="button" className="link" onClick={onClose}>
          Close
        </button>
      </p>
      {field.cells.length > 1 && (
        <label>
          In the combination{' '}
          <select value={at} onChange={(event) => setAt(Number(event.target.value))}>
            {field.cells.map((one, k) => (
              <option key={JSON.stringify(one.profile)} value={k}>
                {`${verdictIn(one, question.id) ?? ''}: ${found.actors
                  .filter((_, i) => found.readings[i]!.length > 1)
                  .map(({ id }) => readingOf(found, id, one.profile[id]!)?.label ?? id)
                  .join(' · ')}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <Way found={found} cell={cell} question={question} />
      <Grounds found={found} answer={answer} question={question} cell={cell} />
    </section>
  );
}

function Way({
  found,
  cell,
  question,
}: {
  readonly found: Case;
  readonly cell: CellAnswer;
  readonly question: Question;
}) {
  const one = cell.answers.find((each) => each.question === question.id);
  const verdict = verdictIn(cell, question.id);
  const rests = groupRests(found, cell.course.rests, cell.scenario).map((group) => group[0]!);
  return (
    <>
      <p>
        <strong>{verdict === undefined ? '' : `${verdictWords[verdict]}`}</strong>, if{' '}
        {profileWords(found, cell.profile, cell.scenario)}, if {conceptWords[cell.concept]},{' '}
        {heldWords[cell.beliefs]}
        {one?.answer !== 'gains' && one?.before !== undefined && `: ${beforeWords[one.before]}`}.
      </p>
      {rests.map((rest, k) => {
        const path = pathOnCourse(cell.course, rest) ?? [];
        let from = cell.course.now;
        return (
          <div key={rest.join()} className="way">
            <h4>{rests.length === 1 ? 'How it goes' : `One way of ${rests.length}: ${k + 1}`}</h4>
            <ol>
              <li>
                Things stand so: <a href={`#map/${cell.course.now}`}>{stateWords(found, cell.course.now)}</a>.
              </li>
              {path.map((step) => {
                const words = stepWords(found, from, step);
                from = step.to;
                return (
                  <li key={step.to}>
                    <a href={`#map/${step.to}`}>{words}</a>.
                  </li>
                );
              })}
              <li>
                {rest.length > 1
                  ? `There it goes round among ${rest.length} states without end.`
                  : path.length === 0
                    ? 'Nobody gains by a step that nothing deters: it stays so.'
                    : 'There it rests: nobody gains by a step that nothing deters.'}
              </li>
            </ol>
          </div>
        );
      })}
    </>
  );
}

function Grounds({
  found,
  answer,
  question,
  cell,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly question: Question;
  readonly cell: CellAnswer;
}) {
  const chain = chainOf(found, answer, question.id);
  return (
    <>
      <h4>What that rests on</h4>
      {chain.actors.map(({ actor, share, readings }) => {
        const own = readings.find(({ reading }) => reading.id === `${actor}.${cell.profile[actor]}`);
        const stated = readingOf(found, actor, cell.profile[actor]!);
        if (!own || !stated) return null;
        return (
          <details key={actor}>
            <summary>
              {actorName(found, actor)}: {stated.label}
              {share > 0.005 && ` (carries ${shareWords(share)} of the answer)`}
            </summary>
            <p className="small">
              {heldBy(stated)}. <Links found={found} ids={own.reading.because} />
            </p>
            <ol>
              {own.priorities.map((one) => (
                <li key={one.id}>
                  {one.label} <Links found={found} ids={one.because} />
                </li>
              ))}
            </ol>
          </details>
        );
      })}
      {chain.model.length > 0 && (
        <details>
          <summary>How the conflict works: {chain.model.length} judgements</summary>
          <ul>
            {chain.model.map((one) => (
              <li key={one.id}>
                {one.label} <Links found={found} ids={one.because} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="small">
        {chain.statements.length} statements in all; {chain.assumptions.length} judgements rest on nothing but
        themselves.
      </p>
    </>
  );
}

/** The statements that a judgement rests on, each a link to its passage, or that it is an assumption. */
function Links({ found, ids }: { readonly found: Case; readonly ids: readonly string[] }) {
  if (ids.length === 0) return <span className="tag warn">assumption</span>;
  return (
    <span className="small">
      {ids.map((id, k) => {
        const statement = found.statements.find((one) => one.id === id);
        return (
          <span key={id}>
            {k > 0 && ', '}
            <a href={`#source/${encodeURIComponent(id)}`} title={statement?.gist}>
              {id}
            </a>
            {statement?.by !== undefined && ` ${statement.by}`}
          </span>
        );
      })}
    </span>
  );
}
