import type { Case } from '../case.ts';

/** What leaves a case in no export: ids of withheld sources, and of statements that are withheld or stand in one of these. */
export function withheldIn(found: Case): {
  readonly sources: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
} {
  const sources = new Set(found.sources.flatMap(({ id, withhold }) => (withhold ? [id] : [])));
  const statements = found.statements.flatMap((one) => (one.withhold || sources.has(one.in) ? [one.id] : []));
  return { sources, statements: new Set(statements) };
}
