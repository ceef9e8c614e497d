import type { Case } from '@demarche/case';
import type { AnswerGrid } from './grid.ts';
import type { Removal } from './result.ts';

export function removalsOf(_found: Case, _grid: AnswerGrid): readonly Removal[] {
  return [];
}
