import type { Case } from '@demarche/case';
import { imprintOf } from '@demarche/report/figures';
import { parts } from '@demarche/report/html';
import { useState } from 'react';
import type { Further } from '../../compute/further.ts';
import { useAnswer } from '../../compute/use-answer.ts';
import { useJob } from '../../compute/use-job.ts';
import { Html } from '../../view/Html.tsx';
import { version } from '../../view/version.ts';
import { optionsOf, type Setting } from './setting.ts';

const kinds: readonly { readonly what: Further | 'hangs'; readonly title: string }[] = [
  { what: 'hangs', title: 'What the answers hang on, in pictures: shares, tipping weights, probabilities' },
  { what: 'ways', title: 'How it would get there' },
  { what: 'surprises', title: 'Who is in for a surprise' },
  { what: 'overHeads', title: 'Deals over somebody’s head' },
  { what: 'taking', title: 'What it would take for another answer' },
];

/** What takes longer, worked out when it is opened. */
export function Deeper({ found, setting }: { readonly found: Case; readonly setting: Setting }) {
  return (
    <section aria-label="Further questions">
      <h2>Further questions</h2>
      {kinds.map(({ what, title }) => (
        <Folded key={what} title={title}>
          {what === 'hangs' ? (
            <Hangs found={found} setting={setting} />
          ) : (
            <Told found={found} setting={setting} what={what} />
          )}
        </Folded>
      ))}
    </section>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="deeper" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}

/** Over both ways of looking ahead that the report tells of, with the other ways of computing beside. */
function Hangs({ found, setting }: { readonly found: Case; readonly setting: Setting }) {
  const { concepts: _, robustness: __, ...options } = optionsOf(found, setting);
  const { answer, pending, error } = useAnswer(options, 'hangs');
  if (error !== undefined) return <p role="alert">{error}</p>;
  if (!answer || pending) return <p aria-busy="true">Working it out …</p>;
  const origin = { found, imprint: imprintOf(found, answer, version) };
  return (
    <>
      <Html html={parts.weights(found, answer)} />
      {found.questions
        .filter(({ id }) => answer.hinges.some(({ question, always }) => question === id && !always))
        .map((question) => (
          <Html key={question.id} html={parts.hangs(origin, answer, question)} />
        ))}
    </>
  );
}

function Told({
  found,
  setting,
  what,
}: {
  readonly found: Case;
  readonly setting: Setting;
  readonly what: Further;
}) {
  const { value, pending, error } = useJob(
    `further ${what}`,
    { what, options: optionsOf(found, setting) },
    (jobs, one) => jobs.further(one),
  );
  if (error !== undefined) return <p role="alert">{error}</p>;
  if (value === undefined || pending) return <p aria-busy="true">Working it out …</p>;
  return value === '' ? <p>There is nothing of the kind here.</p> : <Html html={value} />;
}
