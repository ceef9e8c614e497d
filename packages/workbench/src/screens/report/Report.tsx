import { useState } from 'react';
import type { ReportKind } from '../../compute/report.ts';
import { useJob } from '../../compute/use-job.ts';
import { useDocument } from '../../document/use-document.ts';
import { download } from '../../keep/file.ts';
import { useBlind } from '../../view/blind.ts';
import { Unsound } from '../../view/Unsound.tsx';
import { useFound } from '../../view/use-found.ts';
import { Figures } from './Figures.tsx';
import { Preview } from './Preview.tsx';
import './report-screen.css';

const files: readonly {
  readonly kind: ReportKind;
  readonly label: string;
  readonly name: string;
  readonly type: string;
}[] = [
  { kind: 'html', label: 'HTML', name: 'report.html', type: 'text/html' },
  { kind: 'markdown', label: 'Markdown', name: 'report.md', type: 'text/markdown' },
  { kind: 'json', label: 'JSON', name: 'answers.json', type: 'application/json' },
];

/** The report as a reader gets it, and every form it can be had in. */
export function Report() {
  const { now } = useDocument();
  const [blind, setBlind] = useBlind();
  const [kind, setKind] = useState<ReportKind>();
  const found = useFound();
  const asked = { blind, texts: now.texts };
  const html = useJob('report', found?.now ? { ...asked, kind: 'html' as const } : undefined, (jobs, one) =>
    jobs.report(one),
  );
  const short = useJob(
    'report-short',
    found?.now ? { ...asked, kind: 'html' as const, short: true } : undefined,
    (jobs, one) => jobs.report(one),
  );
  const other = useJob(
    'report-file',
    found?.now && kind !== undefined && kind !== 'html' ? { ...asked, kind } : undefined,
    (jobs, one) => jobs.report(one),
  );
  if (!found) return <Unsound />;
  if (!found.now)
    return (
      <section>
        <h1>Report</h1>
        <p>
          The case does not say where things stand, so there is nothing to report yet. Say it in the{' '}
          <a href="#model">model</a>, under <em>now</em>.
        </p>
      </section>
    );
  const shown = html.pending ? (short.value ?? html.value) : html.value;
  const ready = kind !== undefined && kind !== 'html' && !other.pending ? other.value : undefined;
  const file = files.find((one) => one.kind === kind);
  return (
    <section className="report-screen" aria-busy={html.pending || other.pending}>
      <header>
        <h1>Report</h1>
        <p className="lead">
          One file for a reader who does not know the method: answers first, then what they hang on, down to
          the passages. What is withheld is in none of these.
        </p>
        <p className="tools">
          <button
            type="button"
            disabled={html.value === undefined || html.pending}
            onClick={() => download('report.html', html.value!, 'text/html')}
          >
            Save as HTML
          </button>
          {files.slice(1).map((one) => (
            <button key={one.kind} type="button" onClick={() => setKind(one.kind)}>
              Make {one.label}
            </button>
          ))}
          <button type="button" disabled={html.value === undefined || html.pending} onClick={() => print()}>
            Print, or save as PDF
          </button>
          <label>
            <input type="checkbox" checked={blind} onChange={(event) => setBlind(event.target.checked)} />{' '}
            with Party A, Party B, … for names
          </label>
        </p>
        <p role="status" className="small">
          {html.pending ? 'Writing the report; what takes longer comes last …' : ''}
          {file && other.pending ? ` Making ${file.label} …` : ''}
        </p>
        {file && ready !== undefined && (
          <p>
            <button type="button" onClick={() => download(file.name, ready, file.type)}>
              Save {file.name} ({Math.ceil(ready.length / 1024)} kB)
            </button>
          </p>
        )}
        {(html.error ?? other.error) !== undefined && <p role="alert">{html.error ?? other.error}</p>}
      </header>
      {shown !== undefined && (
        <>
          <Figures html={shown} />
          <Preview html={shown} />
        </>
      )}
    </section>
  );
}
