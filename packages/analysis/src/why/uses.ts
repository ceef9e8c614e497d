import type { Case } from '@demarche/case';
import { type Judgement, judgementsOf } from './judgements.ts';

/** What rests on an item: judgements directly, readings through their priorities, statements of a source. */
export type Uses = {
  readonly id: string;
  readonly kind: 'source' | 'statement' | 'judgement' | 'actor';
  /** For a source: its statements. */
  readonly statements: readonly string[];
  readonly judgements: readonly Judgement[];
  /** Readings (`actor.reading`) that any of these belong to. */
  readonly readings: readonly string[];
  /** Of the judgements, those that rest on nothing else. */
  readonly only: readonly string[];
};

/** What a statement, source, reading or actor carries. Undefined where the case has no such id. */
export function usesOf(found: Case, id: string): Uses | undefined {
  const all = judgementsOf(found);
  if (found.sources.some((source) => source.id === id)) {
    const statements = found.statements.filter((one) => one.in === id).map((one) => one.id);
    return { id, kind: 'source', statements, ...carriedBy(all, new Set(statements)) };
  }
  if (found.statements.some((one) => one.id === id))
    return { id, kind: 'statement', statements: [], ...carriedBy(all, new Set([id])) };
  const own = all.filter((one) => one.id === id || one.reading === id);
  if (own.length > 0)
    return {
      id,
      kind: 'judgement',
      statements: [...new Set(own.flatMap(({ because }) => because))],
      judgements: own,
      readings: readingsOf(own),
      only: [],
    };
  if (!found.actors.some((actor) => actor.id === id)) return undefined;
  const about = all.filter((one) => one.actor === id);
  const statements = found.statements.filter((one) => one.about.includes(id)).map((one) => one.id);
  return { id, kind: 'actor', statements, judgements: about, readings: readingsOf(about), only: [] };
}

function carriedBy(
  all: readonly Judgement[],
  gone: ReadonlySet<string>,
): Pick<Uses, 'judgements' | 'readings' | 'only'> {
  const judgements = all.filter(({ because }) => because.some((one) => gone.has(one)));
  return {
    judgements,
    readings: readingsOf(judgements),
    only: judgements.filter(({ because }) => because.every((one) => gone.has(one))).map(({ id }) => id),
  };
}

function readingsOf(judgements: readonly Judgement[]): readonly string[] {
  const names = judgements.flatMap((one) =>
    one.kind === 'reading' ? [one.id] : one.reading ? [one.reading] : [],
  );
  return [...new Set(names)];
}
