import { entriesOf, treeAt } from '@demarche/case';
import { ExpressionText } from '../../../editor/ExpressionText.tsx';
import { Grounds } from '../fields/Grounds.tsx';
import { IdField } from '../fields/IdField.tsx';
import { Problems } from '../fields/Problems.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { textAt, textsOf } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Priorities } from './Priorities.tsx';

/** One hypothesis of what an actor wants. */
export function Reading({ actor, id }: { readonly actor: string; readonly id: string }) {
  const { tree, edit } = useModel();
  const path = ['readings', actor, id];
  const own = useProblems(path, false);
  const label = textAt(tree, [...path, 'label']) ?? id;
  const because = textsOf(treeAt(tree, [...path, 'because']));
  const note = textAt(tree, [...path, 'note']);
  const has = (key: string) => treeAt(tree, [...path, key]) !== undefined;
  const optional = (key: string) => (text: string, merge: string) =>
    edit(
      `${key} of ${label}`,
      [
        text === ''
          ? { kind: 'remove', path: [...path, key] }
          : { kind: 'set', path: [...path, key], value: text },
      ],
      merge,
    );
  const number = (key: string) => (text: string, merge: string) => {
    const value = asNumber(text);
    edit(
      `${key} of ${label}`,
      [
        value === ''
          ? { kind: 'remove', path: [...path, key] }
          : { kind: 'set', path: [...path, key], value },
      ],
      merge,
    );
  };
  return (
    <article className="m-card" aria-label={`Reading: ${label}`}>
      <header className="m-card-head">
        <TextField
          label="Label"
          grow
          path={[...path, 'label']}
          value={textAt(tree, [...path, 'label']) ?? ''}
          placeholder={id}
          onChange={optional('label')}
        />
        <RemoveButton thing={{ kind: 'reading', actor, id }} name={`the reading ${label}`} />
      </header>
      <Problems problems={own} />
      {has('ranking') ? (
        <>
          <p className="m-soft">
            Given as classes, from best to worst; a state is in the first that it satisfies.
          </p>
          <Priorities list={[...path, 'ranking']} of={label} />
        </>
      ) : has('scores') ? (
        <Scores path={path} label={label} />
      ) : has('payoffs') ? (
        <p className="m-soft">Given as one payoff for each feasible state: see the YAML.</p>
      ) : (
        <Priorities list={[...path, 'prefers']} of={label} />
      )}
      <details className="m-more">
        <summary>
          Who holds it, weight, grounds
          <span className="m-soft">
            {' '}
            {textsOf(treeAt(tree, [...path, 'held-by'])).join(', ') || 'nobody is named'}
          </span>
        </summary>
        <div className="m-columns">
          <IdField thing={{ kind: 'reading', actor, id }} />
          <TextField
            label="Held by, one a line"
            path={[...path, 'held-by']}
            rows={2}
            value={textsOf(treeAt(tree, [...path, 'held-by'])).join('\n')}
            onChange={(text, merge) => {
              const names = text.split('\n');
              edit(
                `who holds ${label}`,
                [
                  text === ''
                    ? { kind: 'remove', path: [...path, 'held-by'] }
                    : { kind: 'set', path: [...path, 'held-by'], value: names },
                ],
                merge,
              );
            }}
          />
          <TextField
            label="Weight (prior odds)"
            path={[...path, 'weight']}
            kind="number"
            value={textAt(tree, [...path, 'weight']) ?? ''}
            placeholder="equal"
            onChange={number('weight')}
          />
          <TextField
            label="Family"
            path={[...path, 'family']}
            value={textAt(tree, [...path, 'family']) ?? ''}
            onChange={optional('family')}
          />
        </div>
        <Grounds
          line={{ path, at: path, text: label, key: 'that', inMap: true, because, note }}
          what={`the reading ${label}`}
        />
      </details>
    </article>
  );
}

function Scores({ path, label }: { readonly path: readonly string[]; readonly label: string }) {
  const { tree, edit } = useModel();
  const scores = [...path, 'scores'];
  return (
    <>
      <p className="m-soft">Given as a score for each of these, summed.</p>
      {entriesOf(treeAt(tree, scores)).map(({ key }) => (
        <div key={key} className="m-row">
          <ExpressionText text={key} />
          <TextField
            label={`Score of ${key}`}
            quiet
            kind="number"
            path={[...scores, key]}
            value={textAt(tree, [...scores, key]) ?? ''}
            onChange={(text, merge) =>
              edit(
                `a score of ${label}`,
                [{ kind: 'set', path: [...scores, key], value: asNumber(text) }],
                merge,
              )
            }
          />
        </div>
      ))}
    </>
  );
}

/** A number as the file writes it; what is none yet stays text, and is shown to be wrong. */
function asNumber(text: string): number | string {
  return text.trim() !== '' && String(Number(text)) === text.trim() ? Number(text) : text;
}
