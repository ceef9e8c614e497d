import type { Path } from '@demarche/case';
import { removePriority, tieWithAbove, untie } from '../edits/priorities.ts';
import { ExpressionField } from '../fields/ExpressionField.tsx';
import { Grounds } from '../fields/Grounds.tsx';
import type { PriorityLine } from '../outline/lines.ts';
import { useModel } from '../use-model.ts';

export type PriorityProps = {
  readonly list: Path;
  readonly at: number;
  readonly count: number;
  readonly line: PriorityLine;
  readonly of: string;
  /** Counts up whenever the expression is to be focused. */
  readonly focus: number;
  readonly onMove: (to: number) => void;
  readonly onClose: () => void;
  readonly onBack: () => void;
};

/** One line of a reading, open: its expressions, what each rests on, and where it stands. */
export function Priority({ list, at, count, line, of, focus, onMove, onClose, onBack }: PriorityProps) {
  const { tree, edit } = useModel();
  const tied = line.parts.length > 1;
  return (
    <section className="m-detail" aria-label={`Line ${at + 1} of ${of}`}>
      <h4>
        Line {at + 1} of {count}
        {tied && ': equally important'}
      </h4>
      {line.parts.map((part, k) => (
        <div key={JSON.stringify(part.at)} className="m-detail-part">
          <ExpressionField
            key={k === 0 ? focus : 'rest'}
            label={tied ? `Expression ${k + 1}` : 'Expression'}
            path={part.at}
            value={part.text}
            open
            focused={k === 0 && focus > 0}
            onChange={(text, merge) =>
              edit(`change a priority of ${of}`, [{ kind: 'set', path: part.at, value: text }], merge)
            }
            onDone={onBack}
          />
          {(line.form !== 'that' || k === 0) && <Grounds line={part} what={part.text} />}
          {tied && (
            <div className="m-buttons">
              <button
                type="button"
                onClick={() => edit(`a line of its own in ${of}`, untie(tree, list, line, k))}
              >
                Give it a line of its own
              </button>
              <button
                type="button"
                onClick={() => edit(`remove a priority of ${of}`, removePriority(tree, line, k))}
              >
                Remove it
              </button>
            </div>
          )}
        </div>
      ))}
      <div className="m-buttons">
        <button type="button" disabled={at === 0} onClick={() => onMove(at - 1)}>
          Up
        </button>
        <button type="button" disabled={at === count - 1} onClick={() => onMove(at + 1)}>
          Down
        </button>
        <button
          type="button"
          disabled={at === 0}
          onClick={() => {
            edit(`as important as the line above in ${of}`, tieWithAbove(tree, list, at));
            onClose();
          }}
        >
          As important as the line above
        </button>
        {!tied && (
          <button
            type="button"
            disabled={count === 1}
            onClick={() => edit(`remove a priority of ${of}`, removePriority(tree, line, 0))}
          >
            Remove
          </button>
        )}
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  );
}
