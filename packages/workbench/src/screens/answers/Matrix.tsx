import type { CaseAnswer } from '@demarche/analysis';
import type { Case, Question } from '@demarche/case';
import { actorName, readingLabel, scenarioLabel } from '@demarche/report/words';
import { type Field, fieldsOf, type Kind } from './fields.ts';

const letters: Readonly<Record<Kind, string>> = { yes: 'yes', no: 'no', open: 'open' };

/** Answers by the reading that carries most and by circumstance; a field opens its why. */
export function Matrix({
  found,
  answer,
  question,
  actor,
  other,
  chosen,
  onChoose,
}: {
  readonly found: Case;
  readonly answer: CaseAnswer;
  readonly question: Question;
  readonly actor: string | undefined;
  /** Another setting's answers: fields that differ are marked. */
  readonly other?: CaseAnswer | undefined;
  readonly chosen: Field | undefined;
  readonly onChoose: (field: Field) => void;
}) {
  const rows = fieldsOf(answer, question.id, actor);
  const others = other && fieldsOf(other, question.id, actor).flat();
  const differs = (field: Field) => {
    const twin = others?.find(({ row, scenario }) => row === field.row && scenario === field.scenario);
    return twin !== undefined && JSON.stringify(twin.counts) !== JSON.stringify(field.counts);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
    <section className="scroll" tabIndex={0} aria-label={`${question.ask} By reading and circumstance`}>
      <table className="answers-matrix">
        <thead>
          <tr>
            <th scope="col">{actor === undefined ? '' : `${actorName(found, actor)} is read as`}</th>
            {answer.scenarios.map((scenario) => (
              <th key={scenario ?? ''} scope="col">
                {scenarioLabel(found, scenario)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((fields) => {
            const { row } = fields[0]!;
            const name = row === undefined ? 'every reading' : readingLabel(found, actor!, row);
            return (
              <tr key={row ?? ''}>
                <th scope="row">{name}</th>
                {fields.map((field) => (
                  <td key={field.scenario ?? ''}>
                    <button
                      type="button"
                      className="field"
                      aria-pressed={chosen?.row === field.row && chosen?.scenario === field.scenario}
                      data-differs={differs(field) || undefined}
                      onClick={() => onChoose(field)}
                    >
                      <span className="hidden">
                        {`${name}, ${scenarioLabel(found, field.scenario)}: ${said(field)}${differs(field) ? '; differs between the settings' : ''}. Why?`}
                      </span>
                      {(['yes', 'no', 'open'] as const).map((kind) =>
                        field.counts[kind] > 0 ? (
                          <span
                            key={kind}
                            className={kind}
                            aria-hidden="true"
                            style={{ flexGrow: field.counts[kind] }}
                          >
                            {letters[kind]}
                            {field.counts[kind] < field.cells.length && <small>{field.counts[kind]}</small>}
                          </span>
                        ) : null,
                      )}
                    </button>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

export function said({ counts, cells }: Field): string {
  const words = (['yes', 'no', 'open'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [counts[kind] === cells.length ? kind : `${kind} in ${counts[kind]}`],
  );
  return words.length === 1 ? words[0]! : `${words.join(', ')} of ${cells.length} combinations`;
}
