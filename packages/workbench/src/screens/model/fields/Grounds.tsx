import { entriesOf, treeAt } from '@demarche/case';
import { useId, useState } from 'react';
import { setBecause, setNote } from '../edits/grounds.ts';
import type { Line } from '../outline/lines.ts';
import { textAt } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Problems } from './Problems.tsx';
import { TextField } from './TextField.tsx';

/** What a judgement rests on: statements picked from the case, and a note. */
export function Grounds({ line, what }: { readonly line: Line; readonly what: string }) {
  const { tree, edit } = useModel();
  const [draft, setDraft] = useState('');
  const id = useId();
  const problems = useProblems([...line.path, 'because'], true);
  const statements = entriesOf(treeAt(tree, ['statements']));
  const rest = (because: readonly string[]) => edit(`grounds of ${what}`, setBecause(line, because));
  const take = (text: string) => {
    const picked = text.split(' ')[0]!;
    const is = statements.some(({ key }) => key === picked) && !line.because.includes(picked);
    if (is) rest([...line.because, picked]);
    setDraft(is ? '' : text);
  };
  return (
    <div className="m-grounds" data-path={JSON.stringify([...line.path, 'because'])}>
      <div className="m-field">
        <label htmlFor={id}>Because</label>
        {line.because.length === 0 && (
          <p className="m-assumption">An assumption: it rests on no statement.</p>
        )}
        {line.because.length > 0 && (
          <ul className="m-chips">
            {line.because.map((statement) => (
              <li key={statement}>
                <b>{statement}</b> {textAt(tree, ['statements', statement, 'gist'])}
                <button
                  type="button"
                  className="m-quiet"
                  aria-label={`Take ${statement} from the grounds of ${what}`}
                  onClick={() => rest(line.because.filter((one) => one !== statement))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {statements.length > 0 && (
          <input
            id={id}
            type="text"
            list="model-statements"
            value={draft}
            autoComplete="off"
            placeholder="Add a statement by its id or words"
            onChange={(event) => {
              const { value } = event.target;
              // Picked from the list; an id that is being typed may be the beginning of a longer one.
              if (value.includes(' ')) take(value);
              else setDraft(value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              take(draft);
            }}
            onBlur={() => draft !== '' && take(draft)}
          />
        )}
        {statements.length === 0 && (
          <p className="m-soft">The case has no statements yet; code passages of a source first.</p>
        )}
        <Problems problems={problems} />
      </div>
      <TextField
        label="Note"
        path={[...line.path, 'note']}
        value={line.note ?? ''}
        rows={2}
        onChange={(text, merge) => edit(`note of ${what}`, setNote(line, text), merge)}
      />
    </div>
  );
}

/** The ids that a judgement rests on, or that it is an assumption, in a few letters. */
export function GroundsMark({ because }: { readonly because: readonly string[] }) {
  return because.length > 0 ? (
    <span className="m-because" title={`Rests on ${because.join(', ')}`}>
      {because.join(' ')}
    </span>
  ) : (
    <span className="m-assumed">assumption</span>
  );
}

/** The statements of the case, for every field that picks one. */
export function StatementList() {
  const { tree } = useModel();
  return (
    <datalist id="model-statements">
      {entriesOf(treeAt(tree, ['statements'])).map(({ key }) => (
        <option key={key} value={`${key} ${textAt(tree, ['statements', key, 'gist']) ?? ''}`} />
      ))}
    </datalist>
  );
}
