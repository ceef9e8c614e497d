import { treeAt } from '@demarche/case';
import { useRef, useState } from 'react';
import { type Removal, removalOf } from '../edits/remove.ts';
import { placeOf, type Thing } from '../edits/thing.ts';
import { removalWords } from '../outline/describe.ts';
import { useModel } from '../use-model.ts';

/** Takes a thing out of the case. What rests on it is shown first; what rests on nothing goes at once, and undo brings it back. */
export function RemoveButton({ thing, name }: { readonly thing: Thing; readonly name: string }) {
  const { tree, edit } = useModel();
  const dialog = useRef<HTMLDialogElement>(null);
  const [removal, setRemoval] = useState<Removal>();
  const label = `remove ${name}`;
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className="m-quiet"
        aria-label={`Remove ${name}`}
        title={`Remove ${name}`}
        onClick={() => {
          const found = removalOf(tree, thing);
          if (found.along.length === 0) {
            edit(label, found.edits);
            return;
          }
          setRemoval(found);
          dialog.current?.showModal();
        }}
      >
        ×
      </button>
      <dialog
        ref={dialog}
        className="m-dialog"
        aria-label={`Remove ${name}`}
        onClose={() => setRemoval(undefined)}
      >
        {removal && (
          <>
            <h2>Remove {name}?</h2>
            <p>
              {removal.along.length === 1 ? 'This rests on it' : `${removal.along.length} things rest on it`}{' '}
              and would go with it:
            </p>
            <ul>
              {[...new Set(removalWords(tree, removal.along))].map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            <div className="m-buttons">
              <button
                type="button"
                onClick={() => {
                  close();
                  edit(label, removal.edits);
                }}
              >
                Remove all of this
              </button>
              <button
                type="button"
                onClick={() => {
                  close();
                  if (treeAt(tree, placeOf(thing))) edit(label, [{ kind: 'remove', path: placeOf(thing) }]);
                }}
              >
                Only {name}; I mend the rest
              </button>
              <button type="button" onClick={close}>
                Keep it
              </button>
            </div>
            <p className="m-soft">Undo brings everything back.</p>
          </>
        )}
      </dialog>
    </>
  );
}
