import { type Case, sha256 } from '@demarche/case';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useDocument } from '../../document/use-document.ts';

/** A text of one's own as a source of the case, from a file or from the clipboard. */
export function AddSource({
  found,
  onAdded,
}: {
  readonly found: Case;
  readonly onAdded: (id: string) => void;
}) {
  const { edit, give } = useDocument();
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const fromFile = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > 5_000_000) return setProblem('A text may have 5 MB.');
    try {
      setText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
      if (title === '') setTitle(file.name.replace(/\.\w+$/, ''));
      setProblem(undefined);
    } catch {
      setProblem(`${file.name} is no text in UTF-8. Save it as plain text and choose that.`);
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return setProblem('There is no text yet: paste it, or choose a file.');
    const id = freeSource(found, title);
    edit(`add source ${id}`, [
      { kind: 'set', path: ['sources', id], value: { title: title.trim() || id, sha256: sha256(text) } },
    ]);
    give(id, text);
    onAdded(id);
    setText('');
    setTitle('');
    dialog.current?.close();
  };
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Add a text
      </button>
      <dialog ref={dialog} aria-labelledby={`${label}-t`}>
        <form onSubmit={save} className="card">
          <h2 id={`${label}-t`}>Add a text</h2>
          <label>
            Title
            <input value={title} required onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label>
            Text
            <textarea rows={8} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <label className="file">
            or from a file:{' '}
            <input
              type="file"
              accept=".txt,.md,text/*"
              onChange={(event) => void fromFile(event.target.files?.[0])}
            />
          </label>
          <p className="small">
            The case keeps the title and a fingerprint of the text; the text itself stays in this page.
          </p>
          {problem !== undefined && <p role="alert">{problem}</p>}
          <p>
            <button type="submit">Add it</button>{' '}
            <button type="button" onClick={() => dialog.current?.close()}>
              Leave it
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

function freeSource(found: Case, title: string): string {
  const taken = new Set(found.sources.map(({ id }) => id));
  const base =
    title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 24)
      .replace(/-+$/, '') || 'text';
  for (let k = 1; ; k++) {
    const id = k === 1 ? base : `${base}-${k}`;
    if (!taken.has(id)) return id;
  }
}
