import { type Case, freshIds, type StatementKind } from '@demarche/case';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useDocument } from '../../document/use-document.ts';
import { type Coding, statementEdit, statementKinds } from './statement.ts';

/** Says what a passage is: who says what of whom. Everything but the place may stay open. */
export function CodePassage({
  found,
  source,
  at,
  passage,
  first,
  onDone,
}: {
  readonly found: Case;
  readonly source: string;
  /** In code points of the text. */
  readonly at: { readonly start: number; readonly end: number };
  readonly passage: string;
  /** What is proposed for it. */
  readonly first?: Partial<Coding>;
  readonly onDone: () => void;
}) {
  const { edit } = useDocument();
  const label = useId();
  const start = useRef<HTMLInputElement>(null);
  const [coding, setCoding] = useState<Coding>({ by: '', kind: '', about: [], gist: '', ...first });
  useEffect(() => start.current?.focus(), []);
  const id = freshIds(found)();
  const voices = [...new Set(found.statements.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  const save = (event: FormEvent) => {
    event.preventDefault();
    edit(`code ${id}`, [statementEdit(id, source, at, passage, coding)]);
    onDone();
  };
  return (
    <form
      className="card"
      onSubmit={save}
      aria-labelledby={`${label}-t`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <h3 id={`${label}-t`}>Code a passage as {id}</h3>
      <blockquote>{passage}</blockquote>
      <label>
        Who says it
        <input
          ref={start}
          list={`${label}-voices`}
          value={coding.by}
          onChange={(event) => setCoding({ ...coding, by: event.target.value })}
        />
      </label>
      <datalist id={`${label}-voices`}>
        {voices.map((voice) => (
          <option key={voice} value={voice} />
        ))}
      </datalist>
      <label>
        Kind
        <select
          value={coding.kind}
          onChange={(event) => setCoding({ ...coding, kind: event.target.value as StatementKind | '' })}
        >
          <option value="">not said</option>
          {statementKinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>About</legend>
        {found.actors.map((actor) => (
          <label key={actor.id}>
            <input
              type="checkbox"
              checked={coding.about.includes(actor.id)}
              onChange={(event) =>
                setCoding({
                  ...coding,
                  about: event.target.checked
                    ? [...coding.about, actor.id]
                    : coding.about.filter((one) => one !== actor.id),
                })
              }
            />{' '}
            {actor.name}
          </label>
        ))}
      </fieldset>
      <label>
        What it says, in your own words
        <textarea
          rows={3}
          value={coding.gist}
          onChange={(event) => setCoding({ ...coding, gist: event.target.value })}
        />
      </label>
      <p>
        <button type="submit">Add the statement</button>{' '}
        <button type="button" onClick={onDone}>
          Leave it
        </button>
      </p>
    </form>
  );
}
