import type { Case } from '@demarche/case';
import { useState } from 'react';
import { useDocument } from '../../document/use-document.ts';
import { Unsound } from '../../view/Unsound.tsx';
import { usePlace } from '../../view/use-place.ts';
import { AddSource } from './AddSource.tsx';
import { everything, type Filter, Filters, passes } from './Filters.tsx';
import { GiveText } from './GiveText.tsx';
import { Proposed } from './Proposed.tsx';
import { Reader } from './Reader.tsx';
import { StatementList } from './StatementList.tsx';
import './source.css';

/** The sources of the case: their texts with the statements in them, and the coding of passages. */
export function Source() {
  const { now } = useDocument();
  const found = now.sound.case;
  const [chosen, setChosen] = useState<string>();
  const [filter, setFilter] = useState<Filter>(everything);
  const open = usePlace()[1];
  if (!found) return <Unsound />;
  const statement = found.statements.find(({ id }) => id === open);
  const source = found.sources.find(({ id }) => id === (chosen ?? statement?.in)) ?? found.sources[0];
  if (!source)
    return (
      <section className="source">
        <h1>Source</h1>
        <p>The case has no source yet. Statements that readings rest on are passages of a source.</p>
        <AddSource found={found} onAdded={setChosen} />
      </section>
    );
  const text = Object.hasOwn(now.texts, source.id) ? now.texts[source.id] : undefined;
  const own = found.statements.filter((one) => one.in === source.id);
  const shown = own.filter((one) => passes(one, filter));
  return (
    <section className="source">
      <header>
        <h1>Source</h1>
        <div className="pick">
          {found.sources.length > 1 ? (
            <label>
              Text{' '}
              <select value={source.id} onChange={(event) => setChosen(event.target.value)}>
                {found.sources.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <strong>{source.title}</strong>
          )}
          <AddSource found={found} onAdded={setChosen} />
        </div>
        <About found={found} source={source} anchors={own} />
      </header>
      {text === undefined && <GiveText source={source} />}
      <Proposed found={found} source={source.id} text={text} />
      <Filters statements={own} found={found} filter={filter} onFilter={setFilter} />
      {text === undefined ? (
        <StatementList found={found} statements={shown} open={open} />
      ) : (
        <Reader
          key={source.id}
          found={found}
          source={source.id}
          text={text}
          statements={shown}
          dimmed={own.length > shown.length}
          open={open}
        />
      )}
    </section>
  );
}

function About({
  found,
  source,
  anchors,
}: {
  readonly found: Case;
  readonly source: Case['sources'][number];
  readonly anchors: Case['statements'];
}) {
  const verified = anchors.filter(({ anchor }) => anchor === 'verified').length;
  const said = [source.author, source.publisher, source.published]
    .filter((one) => one !== undefined)
    .join(', ');
  return (
    <p className="small">
      {said !== '' && `${said}. `}
      {source.url !== undefined && (
        <>
          <SafeLink url={source.url} />{' '}
        </>
      )}
      Reliability {source.reliability}. {anchors.length} of {found.statements.length} statements, {verified}{' '}
      anchors verified, {anchors.length - verified} unverified.
      {source.withhold && ' Withheld: it appears in no report and no export.'}
    </p>
  );
}

/** Only web addresses are links; anything else is shown as text. */
function SafeLink({ url }: { readonly url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  ) : (
    <code>{url}</code>
  );
}
