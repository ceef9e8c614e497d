import type { Case, Statement } from '@demarche/case';
import { StatementCard } from './StatementCard.tsx';

/** Statements without their text: what can be shown where it is not at hand. */
export function StatementList({
  found,
  statements,
  open,
}: {
  readonly found: Case;
  readonly statements: readonly Statement[];
  readonly open: string | undefined;
}) {
  return (
    <ol className="statements" aria-label="Statements">
      {statements.map((one) => (
        <li key={one.id}>
          <StatementCard found={found} statement={one} open={one.id === open} />
        </li>
      ))}
    </ol>
  );
}
