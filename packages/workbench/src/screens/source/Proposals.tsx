import type { Case } from '@demarche/case';
import { useState } from 'react';
import { reader } from '../../reading/reader.ts';
import type { Proposal } from '../../reading/reading.worker.ts';
import { CodePassage } from './CodePassage.tsx';
import type { Points } from './points.ts';
import type { Span } from './segments.ts';

/** What the reader finds in the text and the case does not have yet, one after the other, for a person to take or leave. */
export function Proposals({
  found,
  source,
  text,
  points,
  onOpen,
}: {
  readonly found: Case;
  readonly source: string;
  readonly text: string;
  readonly points: Points;
  readonly onOpen: (passage: Span) => void;
}) {
  const [list, setList] = useState<readonly Proposal[]>();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const own = [...found.statements, ...found.proposals].filter((one) => one.in === source && one.at);
  const left = list?.filter(
    (one) => !own.some(({ at: range }) => range!.start < one.end && one.start < range!.end),
  );
  const show = (proposals: readonly Proposal[], k: number) => {
    setAt(k);
    const one = proposals[k];
    if (one) onOpen({ start: points.toUnits(one.start), end: points.toUnits(one.end) });
  };
  const look = async () => {
    setBusy(true);
    try {
      const proposals = await reader().propose(text);
      setList(proposals);
      show(proposals, 0);
    } finally {
      setBusy(false);
    }
  };
  if (!left)
    return (
      <button type="button" disabled={busy} onClick={() => void look()}>
        {busy ? 'Reading …' : 'Look for statements'}
      </button>
    );
  const one = left[Math.min(at, left.length - 1)];
  if (!one) return <p role="status">Every passage that the reader finds is coded.</p>;
  const k = left.indexOf(one);
  return (
    <section className="proposals" aria-label="What the reader finds">
      <p role="status">
        {k + 1} of {left.length} passages that report what somebody says or thinks and that are not coded yet.{' '}
        <button type="button" disabled={k === 0} onClick={() => show(left, k - 1)}>
          Back
        </button>{' '}
        <button type="button" disabled={k === left.length - 1} onClick={() => show(left, k + 1)}>
          Next
        </button>
      </p>
      <CodePassage
        key={one.start}
        found={found}
        source={source}
        at={one}
        passage={text.slice(points.toUnits(one.start), points.toUnits(one.end))}
        first={{ by: one.by ?? '' }}
        onDone={() => show(left, Math.min(k + 1, left.length - 1))}
      />
    </section>
  );
}
