import { treeAt } from '@demarche/case';
import { freeId } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { actorWords } from '../outline/describe.ts';
import { keysUnder, nameOf, textsOf } from '../outline/tree.ts';
import { useModel } from '../use-model.ts';

/** A conflict in graph form: its states, and from each where every actor can move. */
export function States() {
  const { tree, edit } = useModel();
  const states = keysUnder(tree, ['states']);
  const actors = keysUnder(tree, ['actors']);
  return (
    <article className="m-card" aria-label="States and moves">
      <h3>States and moves</h3>
      <p className="m-soft">
        This case is in graph form: states, and each actor’s moves between them. Moves are the ids of the
        states it can go to.
      </p>
      <div className="m-scroll">
        <table className="m-table">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Name</th>
              {actors.map((actor) => (
                <th key={actor} scope="col">
                  Moves of {actorWords(tree, actor)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {states.map((id) => {
              const here = treeAt(tree, ['states', id]);
              const path = here?.kind === 'map' ? ['states', id, 'name'] : ['states', id];
              return (
                <tr key={id}>
                  <th scope="row" className="m-code">
                    {id}
                  </th>
                  <td>
                    <TextField
                      label={`Name of ${id}`}
                      quiet
                      path={path}
                      value={nameOf(here) ?? ''}
                      placeholder={id}
                      onChange={(text, merge) =>
                        edit(`name of ${id}`, [{ kind: 'set', path, value: text }], merge)
                      }
                    />
                  </td>
                  {actors.map((actor) => (
                    <td key={actor}>
                      <Moves actor={actor} from={id} />
                    </td>
                  ))}
                  <td>
                    <RemoveButton thing={{ kind: 'state', id }} name={`the state ${id}`} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <AddForm
        title="Add a state"
        name="Name of the state"
        onAdd={(name) => {
          const id = freeId(tree, { kind: 'state', id: '' }, name);
          edit(`add the state ${name}`, [{ kind: 'set', path: ['states', id], value: name }]);
        }}
      />
    </article>
  );
}

function Moves({ actor, from }: { readonly actor: string; readonly from: string }) {
  const { tree, edit } = useModel();
  const path = ['actors', actor, 'moves', from];
  const moves = textsOf(treeAt(tree, path));
  return (
    <TextField
      label={`Moves of ${actor} from ${from}`}
      quiet
      path={path}
      value={moves.join(' ')}
      placeholder="none"
      onChange={(text, merge) => {
        const ids = text.split(/[\s,]+/);
        edit(
          `moves of ${actor} from ${from}`,
          [text.trim() === '' ? { kind: 'remove', path } : { kind: 'set', path, value: ids }],
          merge,
        );
      }}
    />
  );
}
