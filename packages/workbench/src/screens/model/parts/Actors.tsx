import { treeAt } from '@demarche/case';
import { freeId } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { IdField } from '../fields/IdField.tsx';
import { Problems } from '../fields/Problems.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { actorWords } from '../outline/describe.ts';
import { keysUnder, textAt } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { JointOptions } from './JointOptions.tsx';
import { OptionRow } from './OptionRow.tsx';
import { States } from './States.tsx';

export function Actors() {
  const { tree, edit } = useModel();
  const isGraph = treeAt(tree, ['states']) !== undefined;
  const problems = useProblems(['actors'], false);
  return (
    <>
      <Problems problems={problems} />
      {isGraph && <States />}
      {keysUnder(tree, ['actors']).map((id) => (
        <Actor key={id} id={id} isGraph={isGraph} />
      ))}
      <AddForm
        title="Add an actor"
        name="Name of the actor"
        namePlaceholder="The upstream village"
        onAdd={(name) => {
          const id = freeId(tree, { kind: 'actor', id: '' }, name);
          edit(`add the actor ${name}`, [{ kind: 'set', path: ['actors', id], value: { name } }]);
        }}
      />
      {!isGraph && <JointOptions />}
    </>
  );
}

function Actor({ id, isGraph }: { readonly id: string; readonly isGraph: boolean }) {
  const { tree, edit } = useModel();
  const path = ['actors', id];
  const name = actorWords(tree, id);
  return (
    <article className="m-card" aria-label={name}>
      <header className="m-card-head">
        <TextField
          label="Name"
          path={[...path, 'name']}
          value={textAt(tree, [...path, 'name']) ?? ''}
          placeholder={id}
          onChange={(text, merge) =>
            edit(
              `name of ${id}`,
              [
                text === ''
                  ? { kind: 'remove', path: [...path, 'name'] }
                  : { kind: 'set', path: [...path, 'name'], value: text },
              ],
              merge,
            )
          }
        />
        <IdField thing={{ kind: 'actor', id }} />
        <RemoveButton thing={{ kind: 'actor', id }} name={name} />
      </header>
      {!isGraph && (
        <>
          <ul className="m-options" aria-label={`Options of ${name}`}>
            {keysUnder(tree, [...path, 'options']).map((option) => (
              <OptionRow key={option} thing={{ kind: 'option', id: `${id}.${option}` }} />
            ))}
          </ul>
          <AddForm
            title={`Add an option of ${name}`}
            name={`What ${name} can do`}
            namePlaceholder="Open the sluice"
            onAdd={(option) => {
              const own = freeId(tree, { kind: 'option', id: `${id}.` }, option);
              edit(`add the option ${option}`, [
                { kind: 'set', path: [...path, 'options', own], value: option },
              ]);
            }}
          />
        </>
      )}
    </article>
  );
}
