import { limits, newCase } from '@demarche/case';
import { type FormEvent, useEffect, useState } from 'react';
import { browserPlace, keptCases } from '../../keep/browser.ts';
import { chooseFile, chooseFolder, filesInPlace } from '../../keep/file.ts';
import { useSession } from '../../session/use-session.ts';
import { interviewing } from '../interview/interviewing.ts';
import { type Example, examples, templates } from './examples.ts';
import { OwnText } from './OwnText.tsx';
import './start.css';

/** Where to begin: an example, one's own text, a template, or a case that is there already. */
export function Start() {
  const { show, open, begin } = useSession();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    void work()
      .then((done) => {
        if (done !== false) location.hash = 'answers';
      })
      .catch((error: unknown) => setProblem((error as Error).message))
      .finally(() => setBusy(false));
  };
  const upload = async (file: File | undefined): Promise<boolean> => {
    if (!file) return false;
    if (file.size > limits.fileSize * 4) throw new Error(`${file.name} is too large for a case`);
    await begin(file.name, await file.text());
    return true;
  };
  return (
    <section className="start" aria-busy={busy}>
      <h1>Where can this conflict come to rest, and what does that hang on?</h1>
      <p className="lead">
        Say what each party could do and what it may want, in the readings of those who disagree about it. The
        page works out what follows, and keeps the way back from every answer to the passage it rests on.
      </p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <div className="ways">
        <section aria-labelledby="look">
          <h2 id="look">Look at an example</h2>
          <List
            examples={examples}
            verb="Open"
            onChoose={({ title, load }) =>
              run(async () => {
                const { text, texts } = await load();
                show(`An example: ${title}`, text, texts);
              })
            }
          />
        </section>
        <section aria-labelledby="own">
          <h2 id="own">Start from your own text</h2>
          <OwnText
            onAsk={(words) =>
              run(async () => {
                const { stage } = await interviewing.begin(words);
                await begin('Your own text', stage.text, { source: words });
                location.hash = 'interview';
                return false;
              })
            }
            onBegin={(title, text, texts) => run(() => begin(title, text, texts))}
          />
        </section>
        <section aria-labelledby="templates">
          <h2 id="templates">Start from a template</h2>
          <List
            examples={templates}
            verb="Begin with"
            onChoose={({ title, load }) => run(async () => begin(title, (await load()).text))}
          />
          <Empty onBegin={(title) => run(() => begin(title, newCase({ title })))} />
        </section>
        <section aria-labelledby="there">
          <h2 id="there">Go on with a case</h2>
          {filesInPlace ? (
            <p>
              <button
                type="button"
                onClick={() =>
                  run(async () => {
                    const place = await chooseFile();
                    if (!place) return false;
                    await open(place);
                    return true;
                  })
                }
              >
                Open a case file
              </button>{' '}
              <button
                type="button"
                onClick={() =>
                  run(async () => {
                    const place = await chooseFolder();
                    if (!place) return false;
                    await open(place);
                    return true;
                  })
                }
              >
                Open a folder, with its texts
              </button>
            </p>
          ) : null}
          <p>
            <label>
              {filesInPlace ? 'or upload one: ' : 'Upload a case file: '}
              <input
                type="file"
                accept=".yaml,.yml"
                onChange={(event) => run(() => upload(event.target.files?.[0]))}
              />
            </label>
          </p>
          <Kept onOpen={(id) => run(async () => open(await browserPlace(id)))} />
        </section>
      </div>
    </section>
  );
}

function List({
  examples: shown,
  verb,
  onChoose,
}: {
  readonly examples: readonly Example[];
  readonly verb: string;
  readonly onChoose: (example: Example) => void;
}) {
  return (
    <ul className="choices">
      {shown.map((one) => (
        <li key={one.title}>
          <button type="button" onClick={() => onChoose(one)}>
            <strong>
              <span className="hidden">{verb}: </span>
              {one.title}
            </strong>
            <span className="small">{one.words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Empty({ onBegin }: { readonly onBegin: (title: string) => void }) {
  const [title, setTitle] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') onBegin(title.trim());
  };
  return (
    <form onSubmit={submit} className="empty">
      <label>
        or with what the case asks
        <input
          value={title}
          required
          placeholder="Who closes the valley road?"
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <button type="submit">Begin</button>
    </form>
  );
}

function Kept({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const [kept, setKept] = useState<Awaited<ReturnType<typeof keptCases>>>([]);
  useEffect(() => {
    void keptCases()
      .then(setKept)
      .catch(() => undefined);
  }, []);
  if (kept.length === 0) return <p className="small">This browser keeps no case yet.</p>;
  return (
    <ul className="choices">
      {kept.map(({ id, title }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            <strong>{title}</strong>
            <span className="small">kept in this browser</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
