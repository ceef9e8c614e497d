import { useId, useState } from 'react';
import { idProblem, ownId, placeOf, type Thing } from '../edits/thing.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Problems } from './Problems.tsx';

/** The id of a thing. A new one takes effect on Enter or on leaving, everywhere the case names it, expressions included. */
export function IdField({ thing, quiet = false }: { readonly thing: Thing; readonly quiet?: boolean }) {
  const { tree, rename } = useModel();
  const id = useId();
  const own = ownId(thing);
  const [draft, setDraft] = useState<string>();
  const problem = draft === undefined ? undefined : idProblem(tree, thing, draft);
  const problems = useProblems(placeOf(thing), false);
  const done = () => {
    if (draft !== undefined && draft !== own && problem === undefined) rename(thing, draft);
    setDraft(undefined);
  };
  return (
    <div className="m-field m-id" data-path={JSON.stringify(placeOf(thing))}>
      <label htmlFor={id} className={quiet ? 'm-hidden' : undefined}>
        Id
      </label>
      <input
        id={id}
        type="text"
        className="m-code"
        value={draft ?? own}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem !== undefined ? `${id}p` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      {problem !== undefined && (
        <p className="m-problems" id={`${id}p`}>
          {problem}
        </p>
      )}
      <Problems problems={problems} />
    </div>
  );
}
