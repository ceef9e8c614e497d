import { countWords, type Removed } from '../effect/removed.ts';
import { useRemoved } from '../effect/use-removed.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { ExpressionField } from '../fields/ExpressionField.tsx';
import { Problems } from '../fields/Problems.tsx';
import { type Line, linesUnder } from '../outline/lines.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Why } from './OptionRow.tsx';

export function Impossible() {
  const { tree, edit } = useModel();
  const removed = useRemoved();
  const problems = useProblems(['impossible'], false);
  const lines = linesUnder(tree, ['impossible'], 'when');
  return (
    <>
      <article className="m-card" aria-label="What cannot be">
        <Problems problems={problems} />
        <ol className="m-options">
          {lines.map((line, k) => (
            <li key={JSON.stringify(line.path)} className="m-option m-condition">
              <ConditionLine
                line={line}
                label={`Impossible state ${k + 1}`}
                what={`what cannot be, line ${k + 1}`}
              />
              <p className="m-effect">{removed ? effectWords(removed, k) : '…'}</p>
            </li>
          ))}
        </ol>
        {lines.length === 0 && (
          <p className="m-soft">Nothing is ruled out: every combination of options is a state.</p>
        )}
        <AddForm
          title="Rule it out"
          expression="What cannot be"
          example="and"
          onAdd={(_, expression) =>
            edit('rule out states', [{ kind: 'add', path: ['impossible'], value: expression }])
          }
        />
      </article>
      <OneStates />
    </>
  );
}

/** States that are one, for cases that use them. */
function OneStates() {
  const { tree, edit } = useModel();
  const lines = linesUnder(tree, ['coalesce'], 'when');
  return (
    <details className="m-card m-more" open={lines.length > 0}>
      <summary>
        States that are one<span className="m-soft"> {lines.length === 0 ? 'none' : lines.length}</span>
      </summary>
      <p className="m-soft">
        States that differ in nothing that matters: all that satisfy a line are taken as one.
      </p>
      <ol className="m-options">
        {lines.map((line, k) => (
          <li key={JSON.stringify(line.path)} className="m-option m-condition">
            <ConditionLine
              line={line}
              label={`One state ${k + 1}`}
              what={`states that are one, line ${k + 1}`}
            />
          </li>
        ))}
      </ol>
      <AddForm
        title="Take them as one"
        expression="States that are one"
        onAdd={(_, expression) =>
          edit('take states as one', [{ kind: 'add', path: ['coalesce'], value: expression }])
        }
      />
    </details>
  );
}

/** A condition of a list with its grounds, and a way to take it out. */
export function ConditionLine({
  line,
  label,
  what,
}: {
  readonly line: Line;
  readonly label: string;
  readonly what: string;
}) {
  const { edit } = useModel();
  return (
    <>
      <ExpressionField
        label={label}
        quiet
        path={line.at}
        value={line.text}
        onChange={(text, merge) => edit(what, [{ kind: 'set', path: line.at, value: text }], merge)}
      />
      <Why line={line} what={what} />
      <button
        type="button"
        className="m-quiet"
        aria-label={`Remove ${label}: ${line.text}`}
        onClick={() => edit(`remove ${what}`, [{ kind: 'remove', path: line.path }])}
      >
        ×
      </button>
    </>
  );
}

function effectWords(removed: Removed, at: number): string {
  const line = removed.lines[at];
  if (!line || line.alone === undefined) return 'too many states to count';
  if (line.alone === 0) return 'removes no state: it never holds';
  const all = `removes ${countWords(line.alone)} of ${countWords(removed.states)} states`;
  if (line.only === undefined || line.only === line.alone) return all;
  return line.only === 0
    ? `${all}, each of them removed by another line too`
    : `${all}, ${countWords(line.only)} of them by itself alone`;
}
