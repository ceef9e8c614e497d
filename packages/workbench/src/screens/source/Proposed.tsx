import { type Case, decideProposals, type Proposal } from '@demarche/case';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDocument } from '../../document/use-document.ts';
import { reader } from '../../reading/reader.ts';

/** What a model proposed for a source and nobody has decided on, those first on whose speaker the rule reader disagrees. */
export function Proposed({
  found,
  source,
  text,
}: {
  readonly found: Case;
  readonly source: string;
  readonly text: string | undefined;
}) {
  const { edit } = useDocument();
  const title = useRef<HTMLHeadingElement>(null);
  const own = useMemo(() => found.proposals.filter((one) => one.in === source), [found, source]);
  const others = useOthers(found, own, text);
  if (own.length === 0) return null;
  const points = text === undefined ? [] : Array.from(text);
  const decide = ({ id }: Proposal, decision: 'accepted' | 'rejected') => {
    edit(`${id} ${decision}`, decideProposals(found, [id], decision));
    title.current?.focus();
  };
  const doubted = ({ id }: Proposal) => others[id] !== undefined;
  return (
    <section className="proposed" aria-labelledby="proposed-title">
      <h2 id="proposed-title" ref={title} tabIndex={-1}>
        {own.length === 1 ? '1 proposal of a model' : `${own.length} proposals of a model`}
      </h2>
      <p className="small">They count nowhere before you accept them, one by one.</p>
      <ol className="statements">
        {[...own.filter(doubted), ...own.filter((one) => !doubted(one))].map((one) => (
          <li key={one.id}>
            <article className="card" aria-labelledby={`proposal-${one.id}`}>
              <h3 id={`proposal-${one.id}`}>
                {one.id} {one.by ?? 'nobody is named'} <span className="tag">proposed, not counted</span>
              </h3>
              {doubted(one) && <p>The reader of rules takes {others[one.id]} for the speaker.</p>}
              {one.anchor === 'failed' ? (
                <p>The text changed: its passage is not there any more.</p>
              ) : (
                one.at &&
                points.length > 0 && (
                  <blockquote>{points.slice(one.at.start, one.at.end).join('')}</blockquote>
                )
              )}
              <p>{one.gist ?? 'No gist.'}</p>
              <p className="small">
                {one.kind ?? 'no kind'}, by {one.model}
                {one.at && `; characters ${one.at.start} to ${one.at.end}`}
              </p>
              <button type="button" onClick={() => decide(one, 'accepted')}>
                Accept {one.id}
              </button>{' '}
              <button type="button" onClick={() => decide(one, 'rejected')}>
                Reject {one.id}
              </button>
            </article>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whom the rule reader takes for the speaker of a proposal, where that is somebody else; known once it has read the text. */
function useOthers(
  found: Case,
  own: readonly Proposal[],
  text: string | undefined,
): Readonly<Record<string, string>> {
  const [others, setOthers] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (text === undefined || own.length === 0) return;
    let stale = false;
    void reader()
      .speakers(found, text, own)
      .then((known) => {
        if (!stale) setOthers(known);
      });
    return () => {
      stale = true;
    };
  }, [found, own, text]);
  return others;
}
