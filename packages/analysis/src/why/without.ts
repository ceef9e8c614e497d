import type { Case, Grounds } from '@demarche/case';
import { judgementsOf } from './judgements.ts';

export type Withdrawn = {
  readonly case: Case;
  /** Statements that are gone. */
  readonly statements: readonly string[];
  /** Judgements that rested on these alone and now rest on nothing. */
  readonly assumptions: readonly string[];
  /** Evidence items and observed moves that are gone, with their statement or by their own id. */
  readonly evidence: readonly string[];
};

/**
 * The case as if statements, whole sources, items of evidence or observed moves were withdrawn. A judgement keeps standing, as
 * an assumption where nothing else carries it; evidence goes with its statement. Undefined where an id is none of these.
 */
export function withoutItems(found: Case, ids: readonly string[]): Withdrawn | undefined {
  const sources = new Set(ids.filter((id) => found.sources.some((source) => source.id === id)));
  const named = new Set(ids.filter((id) => found.statements.some((one) => one.id === id)));
  const items = new Set(
    ids.filter((id) => [...found.evidence, ...found.movesSeen].some((item) => item.id === id)),
  );
  if (ids.some((id) => !sources.has(id) && !named.has(id) && !items.has(id))) return undefined;
  const gone = new Set(
    found.statements.filter((one) => named.has(one.id) || sources.has(one.in)).map(({ id }) => id),
  );
  const rest = <T extends Grounds>(one: T): T => ({
    ...one,
    because: one.because.filter((id) => !gone.has(id)),
  });
  const isGone = (item: Case['evidence'][number]) =>
    items.has(item.id) || (item.source.kind === 'statement' && gone.has(item.source.statement));
  const left: Case = {
    ...found,
    sources: found.sources.filter(({ id }) => !sources.has(id)),
    statements: found.statements
      .filter(({ id }) => !gone.has(id))
      .map((one) => ({ ...one, disputes: one.disputes.filter((id) => !gone.has(id)) })),
    options: found.options.map((option) => ({
      ...option,
      ...(option.gate ? { gate: rest(option.gate) } : {}),
      ...(option.lock ? { lock: rest(option.lock) } : {}),
      ...(option.oneWay ? { oneWay: rest(option.oneWay) } : {}),
    })),
    terms: found.terms.map((term) =>
      term.because ? { ...term, because: term.because.filter((id) => !gone.has(id)) } : term,
    ),
    impossible: found.impossible.map(rest),
    readings: found.readings.map((readings) =>
      readings.map((reading) => ({
        ...rest(reading),
        order:
          reading.order.kind === 'prefers'
            ? { ...reading.order, priorities: reading.order.priorities.map(rest) }
            : reading.order,
      })),
    ),
    beliefs: found.beliefs.map(rest),
    unaware: found.unaware.map((options) => options.map(rest)),
    unperceived: found.unperceived.map((states) => states.map(rest)),
    evidence: found.evidence.filter((item) => !isGone(item)).map(rest),
    lookFor: found.lookFor.map(rest),
    movesSeen: found.movesSeen.filter(({ id }) => !items.has(id)).map(rest),
    scenarios: found.scenarios.map(rest),
    questions: found.questions.map(rest),
  };
  const before = new Map(judgementsOf(found).map((one) => [one.id, one.because.length]));
  return {
    case: left,
    statements: [...gone],
    assumptions: judgementsOf(left)
      .filter(({ id, because }) => because.length === 0 && (before.get(id) ?? 0) > 0)
      .map(({ id }) => id),
    evidence: [
      ...found.evidence.filter(isGone).map(({ id }) => id),
      ...found.movesSeen.filter(({ id }) => items.has(id)).map(({ id }) => id),
    ],
  };
}
