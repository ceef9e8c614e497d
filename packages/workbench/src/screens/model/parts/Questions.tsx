import { treeAt } from '@demarche/case';
import { freeId, placeOf } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { ExpressionField } from '../fields/ExpressionField.tsx';
import { IdField } from '../fields/IdField.tsx';
import { Problems } from '../fields/Problems.tsx';
import { RemoveButton } from '../fields/RemoveButton.tsx';
import { TextField } from '../fields/TextField.tsx';
import { keysUnder, textAt } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';

export function Questions() {
  const { tree, edit } = useModel();
  return (
    <>
      {keysUnder(tree, ['questions']).map((id) => (
        <Question key={id} id={id} />
      ))}
      <AddForm
        title="Add a question"
        name="What you want to know"
        namePlaceholder="Is there enough water for both?"
        expression="It is answered yes where this holds"
        onAdd={(ask, expression) => {
          const id = freeId(tree, { kind: 'question', id: '' }, ask);
          edit(`ask ${ask}`, [
            { kind: 'set', path: ['questions', id], value: { ask, 'holds-when': expression } },
          ]);
        }}
      />
      <button
        type="button"
        onClick={() => {
          const ask = 'Who gets what they want?';
          const id = freeId(tree, { kind: 'question', id: '' }, 'who-gains');
          edit(`ask ${ask}`, [{ kind: 'set', path: ['questions', id], value: { ask, kind: 'gains' } }]);
        }}
      >
        Ask who gains
      </button>
    </>
  );
}

function Question({ id }: { readonly id: string }) {
  const { tree, edit } = useModel();
  const path = placeOf({ kind: 'question', id });
  const ask = textAt(tree, [...path, 'ask']) ?? '';
  const gains = textAt(tree, [...path, 'kind']) === 'gains';
  const problems = useProblems(path, false);
  return (
    <article className="m-card" aria-label={`Question: ${ask || id}`}>
      <header className="m-card-head">
        <TextField
          label="Question"
          grow
          path={[...path, 'ask']}
          value={ask}
          onChange={(text, merge) =>
            edit(`the question ${id}`, [{ kind: 'set', path: [...path, 'ask'], value: text }], merge)
          }
        />
        <IdField thing={{ kind: 'question', id }} />
        <RemoveButton thing={{ kind: 'question', id }} name={`the question ${ask || id}`} />
      </header>
      <Problems problems={problems} />
      {gains || treeAt(tree, [...path, 'holds-when']) === undefined ? (
        <p className="m-soft">
          Told for each actor: better or worse than now, and how many of its priorities hold.
        </p>
      ) : (
        <ExpressionField
          label="Yes where this holds"
          path={[...path, 'holds-when']}
          value={textAt(tree, [...path, 'holds-when']) ?? ''}
          onChange={(text, merge) =>
            edit(
              `when ${id} is answered yes`,
              [{ kind: 'set', path: [...path, 'holds-when'], value: text }],
              merge,
            )
          }
        />
      )}
    </article>
  );
}
