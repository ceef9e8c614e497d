import { child, treeAt } from '@demarche/case';
import { nowOf, setCondition, setNow, setWay, type Way, wayOf } from '../edits/settings.ts';
import { placeOf, type Thing } from '../edits/thing.ts';
import { ExpressionField } from '../fields/ExpressionField.tsx';
import { Grounds, GroundsMark } from '../fields/Grounds.tsx';
import { IdField } from '../fields/IdField.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { type Line, lineOf } from '../outline/lines.ts';
import { nameOf } from '../outline/tree.ts';
import { useModel } from '../use-model.ts';

const ways: readonly { readonly way: Way; readonly words: string }[] = [
  { way: 'both', words: 'can be taken and dropped' },
  { way: 'forward', words: 'once taken, stays taken' },
  { way: 'back', words: 'once dropped, stays dropped' },
];

/** An option with what limits it: whether it holds now, when it can be taken, when it cannot be dropped, whether it is one-way. */
export function OptionRow({ thing }: { readonly thing: Thing & { readonly kind: 'option' | 'joint' } }) {
  const { tree, edit } = useModel();
  const path = placeOf(thing);
  const here = treeAt(tree, path);
  const { id } = thing;
  const name = nameOf(here) ?? '';
  const called = name || id;
  const taken = nowOf(tree)?.includes(id) ?? false;
  const { way, line } = wayOf(tree, id);
  const namePath = here?.kind === 'map' ? [...path, 'name'] : path;
  return (
    <li className="m-option">
      <div className="m-option-head">
        <label className="m-check" title="As things stand">
          <input
            type="checkbox"
            checked={taken}
            onChange={(event) => edit(`${called} as things stand`, setNow(tree, id, event.target.checked))}
          />{' '}
          <span>
            taken now<span className="m-hidden">: {called}</span>
          </span>
        </label>
        <TextField
          label={`Name of ${id}`}
          quiet
          path={namePath}
          below={false}
          value={name}
          placeholder={id}
          onChange={(text, merge) =>
            edit(
              `name of ${id}`,
              [
                here?.kind === 'map' && text === '' && child(here, 'name')
                  ? { kind: 'remove', path: namePath }
                  : { kind: 'set', path: namePath, value: text },
              ],
              merge,
            )
          }
        />
        <IdField thing={thing} quiet />
        <RemoveButton thing={thing} name={`the option ${called}`} />
      </div>
      <details className="m-more" open={false}>
        <summary>
          Limits<span className="m-soft"> {limitsIn(tree, id, way)}</span>
        </summary>
        <Condition section="opens" id={id} label="Can be taken only where" called={called} />
        <Condition section="binds" id={id} label="Cannot be dropped while" called={called} />
        <div className="m-field" data-path={JSON.stringify(line?.path ?? ['irreversible'])}>
          <label>
            Direction{' '}
            <select
              value={way}
              aria-label={`Direction of ${called}`}
              onChange={(event) =>
                edit(`direction of ${called}`, setWay(tree, id, event.target.value as Way))
              }
            >
              {ways.map(({ way: one, words }) => (
                <option key={one} value={one}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          {line && <Why line={line} what={`the direction of ${called}`} />}
        </div>
      </details>
    </li>
  );
}

function limitsIn(tree: ReturnType<typeof useModel>['tree'], id: string, way: Way): string {
  const all = [
    ...(treeAt(tree, ['opens', id]) ? ['gate'] : []),
    ...(treeAt(tree, ['binds', id]) ? ['lock'] : []),
    ...(way === 'both' ? [] : ['one-way']),
  ];
  return all.length > 0 ? all.join(', ') : 'none';
}

function Condition(props: {
  readonly section: 'opens' | 'binds';
  readonly id: string;
  readonly label: string;
  readonly called: string;
}) {
  const { tree, edit } = useModel();
  const { section, id, label, called } = props;
  const line = lineOf(treeAt(tree, [section, id]), [section, id], 'when');
  const what = section === 'opens' ? `the gate of ${called}` : `the lock of ${called}`;
  return (
    <div className="m-condition">
      <ExpressionField
        label={label}
        path={line.at}
        value={line.text}
        empty={section === 'opens' ? 'always' : 'never'}
        onChange={(text, merge) => edit(what, setCondition(tree, section, id, text), merge)}
      />
      {line.text !== '' && <Why line={line} what={what} />}
    </div>
  );
}

/** Grounds behind a summary that already says whether there are any. */
export function Why({ line, what }: { readonly line: Line; readonly what: string }) {
  return (
    <details className="m-why">
      <summary>
        <span className="m-hidden">{`Grounds of ${what}: `}</span>
        <GroundsMark because={line.because} />
      </summary>
      <Grounds line={line} what={what} />
    </details>
  );
}
