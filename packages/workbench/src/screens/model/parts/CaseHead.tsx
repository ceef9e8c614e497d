import { TextField } from '../fields/TextField.tsx';
import { textAt } from '../outline/tree.ts';
import { useModel } from '../use-model.ts';

export function CaseHead() {
  const { tree, edit } = useModel();
  const set = (key: string) => (text: string, merge: string) =>
    edit(
      key,
      [
        text === '' && key !== 'title'
          ? { kind: 'remove', path: [key] }
          : { kind: 'set', path: [key], value: text },
      ],
      merge,
    );
  return (
    <div className="m-card">
      <TextField
        label="Title"
        path={['title']}
        value={textAt(tree, ['title']) ?? ''}
        onChange={set('title')}
      />
      <TextField
        label="As of"
        path={['as-of']}
        value={textAt(tree, ['as-of']) ?? ''}
        placeholder="2025-03-22"
        onChange={set('as-of')}
      />
      <TextField
        label="Summary"
        path={['summary']}
        rows={6}
        value={textAt(tree, ['summary']) ?? ''}
        onChange={set('summary')}
      />
    </div>
  );
}
