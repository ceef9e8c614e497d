import { editCase, newCase, sha256, type Texts } from '@demarche/case';
import { type FormEvent, useState } from 'react';

const most = 5_000_000;
const nothing = 'There is no text yet: paste it, or choose a file.';

/** A text of one's own, as the first source of a new case. */
export function OwnText({
  onAsk,
  onBegin,
}: {
  /** Begins the interview about the text. */
  readonly onAsk: (text: string) => void;
  readonly onBegin: (title: string, text: string, texts: Texts) => void;
}) {
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > most) return setProblem(`${file.name} has more than 5 MB.`);
    try {
      setWords(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
      setProblem(undefined);
    } catch {
      setProblem(`${file.name} is no text in UTF-8. Save it as plain text and choose that.`);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return setProblem(nothing);
    const text = editCase(newCase({ title: title.trim() }), [
      {
        kind: 'set',
        path: ['sources', 'text'],
        value: { title: title.trim(), sha256: sha256(words) },
      },
    ]);
    onBegin(title.trim(), text, { text: words });
  };
  return (
    <form onSubmit={submit} className="own">
      <label>
        Paste the text
        <textarea rows={5} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <label>
        or choose a file:{' '}
        <input
          type="file"
          accept=".txt,.md,text/*"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <p>
        <button type="button" onClick={() => (words.trim() === '' ? setProblem(nothing) : onAsk(words))}>
          Answer questions about it
        </button>
      </p>
      <p className="small">
        In plain words: who acts, what each could do, what each wants and who disputes that. You can stop at
        any point. The text stays in this browser.
      </p>
      <details>
        <summary>Or begin without questions</summary>
        <label>
          What is the question?
          <input
            value={title}
            required
            placeholder="What does … want?"
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <button type="submit">Begin with this text</button>
      </details>
    </form>
  );
}
