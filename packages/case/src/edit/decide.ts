import type { Case, ProposalDecision } from '../case.ts';
import type { Edit, Value } from './edit.ts';

/** The edits by which a person's decision on proposals enters a case file: the proposal goes or counts, the decision stays. */
export function decideProposals(
  found: Case,
  ids: readonly string[],
  decision: ProposalDecision['decision'],
): readonly Edit[] {
  return ids.flatMap((id): Edit[] => {
    const one = found.proposals.find((proposal) => proposal.id === id);
    if (!one) throw new Error(`no proposal ${id}`);
    const record = {
      statement: id,
      model: one.model,
      decision,
      in: one.in,
      at: one.at && `${one.at.start}..${one.at.end}`,
      hash: one.hash,
      kind: one.kind,
      ...(one.withhold
        ? {}
        : { by: one.by, holder: one.holder === one.by ? undefined : one.holder, gist: one.gist }),
    };
    const kept: Record<string, Value> = {};
    for (const [key, value] of Object.entries(record)) if (value !== undefined) kept[key] = value;
    return [
      decision === 'accepted'
        ? { kind: 'remove', path: ['statements', id, 'proposed'] }
        : { kind: 'remove', path: ['statements', id] },
      { kind: 'add', path: ['decided'], value: kept },
    ];
  });
}
