import { type Case, type Likelihood, matrixMarks } from '@demarche/case';
import type { Matrix, MatrixDisagreement, MatrixItem, MatrixMark } from './ach-result.ts';
import { bansBetween } from './bans.ts';
import { otherReading } from './prior.ts';
import { byId } from './range.ts';
import type { ByReading, Weighed } from './result.ts';

const against: Readonly<Record<MatrixMark, number>> = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0 };
const value: Readonly<Record<MatrixMark, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2, NA: 0 };

/** The mark of a likelihood: as written, or by where its middle lies on the scale that the marks are read on. */
export function markOf(likelihood: Likelihood): MatrixMark {
  if (likelihood === 'NA') return 'NA';
  const { said, low, high } = likelihood;
  if (said === 'CC' || said === 'C' || said === 'N' || said === 'I' || said === 'II') return said;
  const middle = (low + high) / 2;
  if (middle >= matrixMarks.CC![0]) return 'CC';
  if (middle >= matrixMarks.C![0]) return 'C';
  if (middle >= matrixMarks.N![0]) return 'N';
  return middle >= matrixMarks.I![0] ? 'I' : 'II';
}

/**
 * The matrix of Analysis of Competing Hypotheses (Heuer 1999), readings in the rows: that order lowered confirmation bias (Dhami et
 * al. 2024). A view beside the posterior: trials do not show that it improves judgement (Dhami, Belton & Mandel 2019; Karvetski &
 * Mandel 2020). Moves are in no column: they were chosen, not said.
 */
export function matrixOf(found: Case, weighed: Weighed): Matrix {
  const actor = found.actors.findIndex(({ id }) => id === weighed.actor);
  const readings = weighed.readings.filter((id) => id !== otherReading);
  const withdrawn = new Set(weighed.leftOut.flatMap(({ id, why }) => (why === 'withdrawn' ? [id] : [])));
  const items: MatrixItem[] = found.evidence
    .filter((item) => item.actor === actor && !withdrawn.has(item.id))
    .map(({ id, likelihood }) => {
      const marks = readings.map((reading) => markOf(likelihood[reading] ?? 'NA'));
      const counted = !marks.includes('NA');
      const values = marks.map((mark) => value[mark]);
      return {
        id,
        marks: byId(readings, (h) => marks[h]!),
        counted,
        diagnosticity: counted ? Math.max(...values) - Math.min(...values) : 0,
        strength: weighed.statements.find((one) => one.id === id)?.strength.point ?? 0,
      };
    });
  const score = (weight: (item: MatrixItem) => number) =>
    byId(readings, (h) =>
      items.reduce(
        (sum, item) => (item.counted ? sum + weight(item) * against[item.marks[readings[h]!]!] : sum),
        0,
      ),
    );
  const inconsistency = score(() => 1);
  return {
    actor: weighed.actor,
    readings,
    items,
    inconsistency,
    weighted: score(({ strength }) => strength),
    order: sorted(readings, (id) => inconsistency[id]!),
    posteriorOrder: sorted(readings, (id) => -weighed.posterior[id]!.point),
    disagreements: disagreementsOf(readings, inconsistency, weighed),
  };
}

function sorted(ids: readonly string[], by: (id: string) => number): string[] {
  return [...ids].sort((a, b) => by(a) - by(b));
}

/** Pairs that the matrix and the posterior put in opposite orders, with what makes the posterior prefer the other. */
function disagreementsOf(
  readings: readonly string[],
  inconsistency: ByReading<number>,
  weighed: Weighed,
): MatrixDisagreement[] {
  const found: MatrixDisagreement[] = [];
  for (const matrix of readings) {
    for (const posterior of readings) {
      const [one, other] = [weighed.posterior[matrix]!.point, weighed.posterior[posterior]!.point];
      if (inconsistency[matrix]! >= inconsistency[posterior]! || other <= one + 1e-9) continue;
      const ratio = (of: ByReading<number>) => bansBetween(of[posterior]!, of[matrix]!);
      const parts = [
        { from: 'prior', bans: ratio(weighed.prior) },
        ...weighed.groups.map(({ id, chance }) => ({
          from: id,
          bans: bansBetween(chance[posterior]!.point, chance[matrix]!.point),
        })),
        { from: 'moves', bans: ratio(weighed.together.chance) },
      ];
      found.push({
        matrix,
        posterior,
        because: parts.filter(({ bans }) => bans > 1e-9).sort((a, b) => b.bans - a.bans),
      });
    }
  }
  return found;
}
