import type { Case, Evidence } from '@demarche/case';
import { exactly } from './range.ts';
import type { Range, StrengthFrom } from './result.ts';

/** A code that says “cannot be judged” is not a middle but unknown. */
export const unknownStrength: Range = { low: 0.2, high: 0.8 };

export type Strength = { readonly range: Range; readonly from: StrengthFrom };

/**
 * ρ, the chance that a report has to do with the matter at all. From the Admiralty codes (NATO AJP-2.1): the least of what
 * reliability and credibility give, not their product, because raters do not keep the two scales apart and a product would count
 * one doubt twice. Ends are taken apart, so that a doubtful source with an unknown credibility is at most as strong as the source.
 */
export function strengthOf(
  found: Case,
  { source, strength }: Pick<Evidence, 'source' | 'strength'>,
): Strength {
  if (strength) return { range: strength, from: { kind: 'stated' } };
  const statement =
    source.kind === 'statement' ? found.statements.find(({ id }) => id === source.statement) : undefined;
  if (!statement) return { range: unknownStrength, from: { kind: 'none' } };
  const reliability = found.sources.find(({ id }) => id === statement.in)?.reliability ?? 'F';
  const credibility = String(statement.credibility);
  const one = gradeOf(found.weighing.reliability, reliability);
  const two = gradeOf(found.weighing.credibility, credibility);
  return {
    range: { low: Math.min(one.low, two.low), high: Math.min(one.high, two.high) },
    from: { kind: 'codes', reliability, credibility },
  };
}

function gradeOf(table: Readonly<Record<string, number>>, code: string): Range {
  const value = Object.hasOwn(table, code) ? table[code] : undefined;
  return value === undefined ? unknownStrength : exactly(value);
}
