import { treeAt } from '@demarche/case';
import { freeId } from '../edits/thing.ts';
import { AddForm } from '../fields/AddForm.tsx';
import { Problems } from '../fields/Problems.tsx';
import { actorWords } from '../outline/describe.ts';
import { keysUnder } from '../outline/tree.ts';
import { useModel, useProblems } from '../use-model.ts';
import { Reading } from './Reading.tsx';

/** Every actor with its readings side by side. */
export function Readings() {
  const { tree } = useModel();
  const actors = keysUnder(tree, ['actors']);
  const strangers = keysUnder(tree, ['readings']).filter((id) => !actors.includes(id));
  if (actors.length === 0) return <p className="m-soft">Name an actor first.</p>;
  return (
    <>
      <p className="m-soft m-keys">
        In a list: arrows pick a line, <kbd>Alt</kbd> and arrows move it, <kbd>Enter</kbd> edits it,{' '}
        <kbd>Delete</kbd> removes it; or drag.
      </p>
      {[...actors, ...strangers].map((actor) => (
        <ReadingsOf key={actor} actor={actor} />
      ))}
    </>
  );
}

function ReadingsOf({ actor }: { readonly actor: string }) {
  const { tree, edit } = useModel();
  const name = actorWords(tree, actor);
  const readings = keysUnder(tree, ['readings', actor]);
  const problems = useProblems(['readings', actor], false);
  const missing = useProblems(['actors', actor], false).filter(
    ({ diagnostic }) => diagnostic.code === 'no-reading',
  );
  return (
    <section
      className="m-actor"
      aria-label={`Readings of ${name}`}
      data-path={JSON.stringify(['readings', actor])}
    >
      <h3>{name}</h3>
      <Problems problems={[...problems, ...missing]} />
      <div className="m-side-by-side">
        {readings.map((id) => (
          <Reading key={id} actor={actor} id={id} />
        ))}
        <div className="m-card m-new">
          <AddForm
            title={`Add a reading of ${name}`}
            name="What somebody may take it to want"
            namePlaceholder="Wants quiet with its neighbours"
            expression="What it wants most, as an expression"
            onAdd={(label, expression) => {
              const id = freeId(tree, { kind: 'reading', actor, id: '' }, label);
              const value = { label, prefers: [expression] };
              const known = treeAt(tree, ['readings']);
              edit(`add the reading ${label}`, [
                known
                  ? { kind: 'set', path: ['readings', actor, id], value }
                  : { kind: 'set', path: ['readings'], value: { [actor]: { [id]: value } } },
              ]);
            }}
          />
        </div>
      </div>
    </section>
  );
}
