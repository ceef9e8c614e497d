import type { Case } from '../case.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { reportFor } from '../report.ts';
import type { Positions } from '../yaml/positions.ts';
import { lintActors, lintOwnWords } from './judgements.ts';
import { lintGates, lintImpossible, lintSignatures } from './model.ts';
import { lintMoves } from './moves.ts';
import { lintPriorities, lintUnmentioned } from './priorities.ts';

/** What the way a case is written is likely to get wrong, as warnings: the part of it that needs the model only. */
export function lintCase(found: Case, positions: Positions): Diagnostic[] {
  const report = reportFor('', positions.file);
  report.locate(positions);
  lintImpossible(found, report);
  lintGates(found, report);
  lintSignatures(found, report);
  lintActors(found, report);
  lintOwnWords(found, report);
  if (!found.graph) {
    lintPriorities(found, report);
    lintUnmentioned(found, report);
  }
  lintMoves(found, report);
  return report.diagnostics();
}
