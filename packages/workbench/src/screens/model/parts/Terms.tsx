import { child, treeAt } from '@demarche/case';
import { nowOf, setNow } from '../edits/settings.ts';
import { freeId, placeOf } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { ExpressionField } from '../fields/ExpressionField.tsx';
import { IdField } from '../fields/IdField.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { lineOf } from '../outline/lines.ts';
import { keysUnder, nameOf } from '../outline/tree.ts';
import { useModel } from '../use-model.ts';
import { Why } from './OptionRow.tsx';

export function Terms() {
  return (
    <>
      <Facts />
      <NamedTerms />
    </>
  );
}

function Facts() {
  const { tree, edit } = useModel();
  const now = nowOf(tree) ?? [];
  return (
    <article className="m-card" aria-label="Facts">
      <h3>Facts</h3>
      <ul className="m-options" aria-label="Facts">
        {keysUnder(tree, ['facts']).map((id) => {
          const path = placeOf({ kind: 'fact', id });
          const here = treeAt(tree, path);
          const namePath = here?.kind === 'map' ? [...path, 'name'] : path;
          const name = nameOf(here) || id;
          return (
            <li key={id} className="m-option m-option-head">
              <label className="m-check">
                <input
                  type="checkbox"
                  checked={now.includes(id)}
                  onChange={(event) =>
                    edit(`${name} as things stand`, setNow(tree, id, event.target.checked))
                  }
                />{' '}
                <span>
                  holds now<span className="m-hidden">: {name}</span>
                </span>
              </label>
              <TextField
                label={`Name of ${id}`}
                quiet
                path={namePath}
                below={false}
                value={nameOf(here) ?? ''}
                placeholder={id}
                onChange={(text, merge) =>
                  edit(`name of ${id}`, [{ kind: 'set', path: namePath, value: text }], merge)
                }
              />
              <IdField thing={{ kind: 'fact', id }} quiet />
              <RemoveButton thing={{ kind: 'fact', id }} name={`the fact ${name}`} />
            </li>
          );
        })}
      </ul>
      <AddForm
        title="Add a fact"
        name="A circumstance that nobody chooses"
        namePlaceholder="There is a drought"
        onAdd={(name) => {
          const id = freeId(tree, { kind: 'fact', id: '' }, name);
          edit(`add the fact ${name}`, [{ kind: 'set', path: ['facts', id], value: name }]);
        }}
      />
    </article>
  );
}

function NamedTerms() {
  const { tree, edit } = useModel();
  return (
    <article className="m-card" aria-label="Terms">
      <h3>Terms</h3>
      <ul className="m-options" aria-label="Terms">
        {keysUnder(tree, ['terms']).map((id) => {
          const path = placeOf({ kind: 'term', id });
          const here = treeAt(tree, path);
          const line = lineOf(here, path, 'that');
          return (
            <li key={id} className="m-option m-term">
              <IdField thing={{ kind: 'term', id }} quiet />
              <ExpressionField
                label={`What ${id} stands for`}
                quiet
                path={line.at}
                value={line.text}
                onChange={(text, merge) =>
                  edit(`what ${id} stands for`, [{ kind: 'set', path: line.at, value: text }], merge)
                }
              />
              <Why line={line} what={`the term ${id}`} />
              <RemoveButton thing={{ kind: 'term', id }} name={`the term ${id}`} />
              {child(here, 'name') !== undefined && (
                <TextField
                  label={`Name of ${id}`}
                  path={[...path, 'name']}
                  value={nameOf(here) ?? ''}
                  onChange={(text, merge) =>
                    edit(`name of ${id}`, [{ kind: 'set', path: [...path, 'name'], value: text }], merge)
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
      <AddForm
        title="Add a term"
        name="What to call it"
        namePlaceholder="enough"
        expression="What it stands for"
        example="and"
        onAdd={(name, expression) => {
          const id = freeId(tree, { kind: 'term', id: '' }, name);
          edit(`add the term ${id}`, [
            {
              kind: 'set',
              path: ['terms', id],
              value: id === name ? expression : { that: expression, name },
            },
          ]);
        }}
      />
    </article>
  );
}
