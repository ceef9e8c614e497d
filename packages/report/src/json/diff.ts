import type { CaseDiff, Settings } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';

/** Line and column of a path in one of the two files; undefined where its file is not to be told of. */
export type PlaceOf = (
  path: readonly (string | number)[],
  side: 'one' | 'other',
) => { readonly line: number; readonly column: number };

/** `demarche diff --json`. */
export function diffJson(
  one: Case,
  other: Case,
  diff: CaseDiff,
  place: PlaceOf,
  settings: Settings,
  version: string,
) {
  return {
    ...aboutJson(one, version),
    against: aboutJson(other, version).case,
    settings,
    same: diff.differences.length === 0,
    differences: diff.differences.map(({ at, ...difference }) => ({
      ...difference,
      ...(at.one ? { placeOne: place(at.one, 'one') } : {}),
      ...(at.other ? { placeOther: place(at.other, 'other') } : {}),
    })),
    answers: diff.answers ?? null,
    ...(diff.sampled ? { sampled: diff.sampled } : {}),
  };
}
