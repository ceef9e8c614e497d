import type { Source } from '@demarche/case';
import { useId, useState } from 'react';
import { useDocument } from '../../document/use-document.ts';

/** Where the text of a source is not in the case: a place to give it. It stays in this page and is sent nowhere. */
export function GiveText({ source }: { readonly source: Source }) {
  const { give } = useDocument();
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > 5_000_000) {
      setProblem(`${file.name} has ${Math.round(file.size / 1e6)} MB; a text may have 5.`);
      return;
    }
    try {
      give(source.id, new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      setProblem(`${file.name} is no text in UTF-8. Save it as plain text and give that.`);
    }
  };
  return (
    <section
      className="give"
      data-over={over || undefined}
      aria-labelledby={`${id}-t`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p id={`${id}-t`}>
        <strong>The text is not in this case,</strong> so its anchors are unverified. Have the text? Drop the
        file here, or
      </p>
      <label className="file">
        choose it:{' '}
        <input
          type="file"
          accept=".txt,text/plain"
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      <p className="small">It never leaves this machine, and is quoted in no report or export.</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </section>
  );
}
