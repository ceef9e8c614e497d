import { usesOf } from '@demarche/analysis';
import type { Case, Statement } from '@demarche/case';
import { actorName, listed } from '@demarche/report/words';
import { useEffect, useRef } from 'react';
import { useDocument } from '../../document/use-document.ts';

/** One statement: who says what of whom, whether its anchor was verified, and what rests on it. */
export function StatementCard({
  found,
  statement,
  open,
  passage,
}: {
  readonly found: Case;
  readonly statement: Statement;
  readonly open: boolean;
  /** The words of the source, where its text is at hand. */
  readonly passage?: string;
}) {
  const card = useRef<HTMLElement>(null);
  const { edit } = useDocument();
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const uses = open ? usesOf(found, statement.id) : undefined;
  const { id, by, holder, via, kind, about, gist, credibility, at, anchor, note, disputes } = statement;
  const said = [
    kind,
    about.length > 0 ? `about ${listed(about.map((one) => actorName(found, one)))}` : undefined,
    via === undefined ? undefined : `via ${via}`,
    holder === undefined || holder === by ? undefined : `held by ${holder}`,
    `credibility ${credibility}`,
  ].filter((one) => one !== undefined);
  return (
    <article ref={card} className="card" data-open={open || undefined} aria-labelledby={`card-${id}`}>
      <h3 id={`card-${id}`}>
        <a href={`#source/${encodeURIComponent(id)}`}>{id}</a> {by ?? 'nobody is named'}{' '}
        <span className={`tag ${anchor === 'verified' ? '' : 'warn'}`}>{anchor}</span>
      </h3>
      <p>{gist ?? 'No gist yet: what it says, in your own words.'}</p>
      <p className="small">
        {said.join(', ')}
        {at && `; characters ${at.start} to ${at.end}`}
        {disputes.length > 0 && `; disputes ${listed(disputes)}`}
      </p>
      {open && passage !== undefined && <blockquote>{passage}</blockquote>}
      {open && note !== undefined && <p className="small">{note}</p>}
      {uses && (
        <p className="small">
          {uses.judgements.length === 0
            ? 'Nothing rests on it.'
            : `${uses.judgements.length} ${uses.judgements.length === 1 ? 'judgement rests' : 'judgements rest'} on it: ${listed(uses.judgements.slice(0, 6).map((one) => one.id))}${uses.judgements.length > 6 ? ' …' : ''}.`}
        </p>
      )}
      {open && uses && uses.judgements.length === 0 && (
        <button
          type="button"
          onClick={() => edit(`remove ${id}`, [{ kind: 'remove', path: ['statements', id] }])}
        >
          Remove {id}
        </button>
      )}
    </article>
  );
}
