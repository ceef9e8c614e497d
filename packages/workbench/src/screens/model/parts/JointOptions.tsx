import { treeAt } from '@demarche/case';
import { useState } from 'react';
import { freeId, placeOf } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { Problems } from '../fields/Problems.tsx';
import { actorWords } from '../outline/describe.ts';
import { keysUnder, textAt, textsOf } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { OptionRow } from './OptionRow.tsx';

/** Options with several owners. */
export function JointOptions() {
  const { tree, edit } = useModel();
  const actors = keysUnder(tree, ['actors']);
  const [by, setBy] = useState<readonly string[]>([]);
  if (actors.length < 2) return null;
  return (
    <article className="m-card" aria-label="Joint options">
      <h3>Joint options</h3>
      <p className="m-soft">
        On only when all of its owners take it, off as soon as one leaves it: a deal, a truce. A common move
        is one that each of its owners can switch alone.
      </p>
      <ul className="m-options" aria-label="Joint options">
        {keysUnder(tree, ['joint']).map((id) => (
          <Joint key={id} id={id} />
        ))}
      </ul>
      <AddForm
        title="Add a joint option"
        name="What they can do together"
        namePlaceholder="A ceasefire, signed and kept"
        onAdd={(name) => {
          const id = freeId(tree, { kind: 'joint', id: '' }, name);
          const owners = by.length > 1 ? by : actors.slice(0, 2);
          edit(`add the joint option ${name}`, [
            { kind: 'set', path: ['joint', id], value: { name, by: owners } },
          ]);
          setBy([]);
        }}
      >
        <Owners chosen={by} onChange={setBy} legend="Owners, at least two" />
      </AddForm>
    </article>
  );
}

function Joint({ id }: { readonly id: string }) {
  const { tree, edit } = useModel();
  const path = placeOf({ kind: 'joint', id });
  const by = textsOf(treeAt(tree, [...path, 'by']));
  const called = textAt(tree, [...path, 'name']) ?? id;
  const problems = useProblems([...path, 'by'], true);
  return (
    <>
      <OptionRow thing={{ kind: 'joint', id }} />
      <li className="m-joint" data-path={JSON.stringify([...path, 'by'])}>
        <Owners
          chosen={by}
          legend={`Owners of ${called}`}
          onChange={(owners) =>
            edit(`owners of ${called}`, [{ kind: 'set', path: [...path, 'by'], value: owners }])
          }
        />
        <label className="m-check">
          <input
            type="checkbox"
            checked={textAt(tree, [...path, 'mode']) === 'any'}
            onChange={(event) =>
              edit(`who can switch ${called}`, [
                event.target.checked
                  ? { kind: 'set', path: [...path, 'mode'], value: 'any' }
                  : { kind: 'remove', path: [...path, 'mode'] },
              ])
            }
          />{' '}
          each can switch it alone
        </label>
        <Problems problems={problems} />
      </li>
    </>
  );
}

function Owners(props: {
  readonly chosen: readonly string[];
  readonly legend: string;
  readonly onChange: (owners: readonly string[]) => void;
}) {
  const { tree } = useModel();
  const actors = keysUnder(tree, ['actors']);
  return (
    <fieldset className="m-owners">
      <legend>{props.legend}</legend>
      {actors.map((actor) => (
        <label key={actor} className="m-check">
          <input
            type="checkbox"
            checked={props.chosen.includes(actor)}
            onChange={(event) =>
              props.onChange(
                actors.filter((one) => (one === actor ? event.target.checked : props.chosen.includes(one))),
              )
            }
          />{' '}
          {actorWords(tree, actor)}
        </label>
      ))}
    </fieldset>
  );
}
