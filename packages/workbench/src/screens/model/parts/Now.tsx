import { treeAt } from '@demarche/case';
import { type Effect, effectsOf, nowOf, setEffect, setNow } from '../edits/settings.ts';
import { freeId, placeOf } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { Grounds, GroundsMark } from '../fields/Grounds.tsx';
import { IdField } from '../fields/IdField.tsx';
import { Problems } from '../fields/Problems.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { actorWords } from '../outline/describe.ts';
import type { Name } from '../outline/names.ts';
import { keysUnder, textAt, textsOf } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';

export function Now() {
  const { tree, names, edit } = useModel();
  const now = nowOf(tree);
  const problems = useProblems(['now'], true);
  const switches = names.filter(({ kind }) => kind !== 'term');
  return (
    <>
      <article className="m-card" aria-label="Where things stand" data-path={JSON.stringify(['now'])}>
        <Problems problems={problems} />
        {now === undefined && (
          <p className="m-soft">
            The case does not say yet where things stand, so it has no answers. Check what holds now:
          </p>
        )}
        {groupsOf(switches).map(({ title, group }) => (
          <fieldset key={title} className="m-now">
            <legend>{title === '' ? 'Facts, joint options, states' : actorWords(tree, title)}</legend>
            {group.map(({ id, name }) => (
              <label key={id} className="m-check">
                <input
                  type="checkbox"
                  checked={now?.includes(id) ?? false}
                  onChange={(event) =>
                    edit(`${name} as things stand`, setNow(tree, id, event.target.checked))
                  }
                />{' '}
                {name}
              </label>
            ))}
          </fieldset>
        ))}
        {now === undefined && (
          <button
            type="button"
            onClick={() => edit('nothing is taken now', [{ kind: 'set', path: ['now'], value: [] }])}
          >
            Nothing of this holds now
          </button>
        )}
      </article>
      <h3>Scenarios</h3>
      {keysUnder(tree, ['scenarios']).map((id) => (
        <Scenario key={id} id={id} switches={switches} />
      ))}
      <AddForm
        title="Add a scenario"
        name="Under other circumstances"
        namePlaceholder="It has rained"
        onAdd={(label) => {
          const id = freeId(tree, { kind: 'scenario', id: '' }, label);
          edit(`add the scenario ${label}`, [{ kind: 'set', path: ['scenarios', id], value: { label } }]);
        }}
      />
    </>
  );
}

function groupsOf(
  names: readonly Name[],
): readonly { readonly title: string; readonly group: readonly Name[] }[] {
  const titles = [...new Set(names.map((one) => titleOf(one)))];
  return titles.map((title) => ({ title, group: names.filter((one) => titleOf(one) === title) }));
}

function titleOf({ kind, owners }: Name): string {
  return kind === 'option' ? owners[0]! : '';
}

const hows: readonly { readonly how: Effect['how']; readonly on: boolean; readonly words: string }[] = [
  { how: 'start', on: true, words: 'begins on, can change' },
  { how: 'start', on: false, words: 'begins off, can change' },
  { how: 'fix', on: true, words: 'stays on' },
  { how: 'fix', on: false, words: 'stays off' },
];

function Scenario({ id, switches }: { readonly id: string; readonly switches: readonly Name[] }) {
  const { tree, edit } = useModel();
  const path = placeOf({ kind: 'scenario', id });
  const label = textAt(tree, [...path, 'label']) ?? id;
  const effects = effectsOf(tree, id);
  const problems = useProblems(path, true);
  const because = textsOf(treeAt(tree, [...path, 'because']));
  const rest = switches.filter((one) => !effects.some((effect) => effect.id === one.id));
  const set = (name: string, value: string | undefined) => {
    const [how, on] = (value ?? '').split(' ');
    edit(
      `${name} in ${label}`,
      setEffect(
        tree,
        id,
        name,
        value === undefined ? undefined : { how: how as Effect['how'], on: on === 'true' },
      ),
    );
  };
  return (
    <article className="m-card" aria-label={`Scenario: ${label}`}>
      <header className="m-card-head">
        <TextField
          label="Label"
          path={[...path, 'label']}
          value={textAt(tree, [...path, 'label']) ?? ''}
          placeholder={id}
          onChange={(text, merge) =>
            edit(
              `label of ${id}`,
              [
                text === ''
                  ? { kind: 'remove', path: [...path, 'label'] }
                  : { kind: 'set', path: [...path, 'label'], value: text },
              ],
              merge,
            )
          }
        />
        <IdField thing={{ kind: 'scenario', id }} />
        <RemoveButton thing={{ kind: 'scenario', id }} name={`the scenario ${label}`} />
      </header>
      <Problems problems={problems} />
      <ul className="m-options">
        {effects.map(({ id: name, how, on }) => {
          const called = switches.find((one) => one.id === name)?.words ?? name;
          return (
            <li key={`${how} ${name}`} className="m-row">
              <span>{called}</span>
              <select
                aria-label={`${called} in ${label}`}
                value={`${how} ${on}`}
                onChange={(event) => set(name, event.target.value)}
              >
                {hows.map((one) => (
                  <option key={one.words} value={`${one.how} ${one.on}`}>
                    {one.words}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="m-quiet"
                aria-label={`${called}: as things stand`}
                onClick={() => set(name, undefined)}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <label className="m-field">
        What is different
        <select
          value=""
          onChange={(event) => event.target.value !== '' && set(event.target.value, 'start true')}
        >
          <option value="">Choose an option or a fact</option>
          {rest.map(({ id: name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <details className="m-why">
        <summary>
          <span className="m-hidden">{`Grounds of the scenario ${label}: `}</span>
          <GroundsMark because={because} />
        </summary>
        <Grounds
          line={{
            path,
            at: path,
            text: label,
            key: 'when',
            inMap: true,
            because,
            note: textAt(tree, [...path, 'note']),
          }}
          what={`the scenario ${label}`}
        />
      </details>
    </article>
  );
}
