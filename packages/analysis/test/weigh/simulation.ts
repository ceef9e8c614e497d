import { type Random, randomFrom } from '../../../case/test/random.ts';
import { logChoice } from '../../src/weigh/move.ts';
import { type Matter, posteriorPoint } from '../../src/weigh/posterior.ts';
import { exactly } from '../../src/weigh/range.ts';
import { chanceOf } from '../../src/weigh/statement.ts';

/** How the world differs from what the analyst believes of it. */
export type World = {
  readonly grid?: readonly number[];
  readonly lambda?: number;
  /** The true strength, from the believed one. */
  readonly strength?: (rho: number) => number;
  /** Moves by another rule: always the best, or by lot. */
  readonly choose?: 'best' | 'lot';
};

/** Draws a reading, statements and moves from the model, and what is inferred from them. */
function drawn(
  random: Random,
  world: World,
): { readonly truth: number; readonly posterior: readonly number[] } {
  const count = 2 + random.below(3);
  const prior = Array.from({ length: count }, () => 1 / count);
  const truth = random.below(count);
  const grid = world.grid ?? [0, 0.5, 1, 2, 4, 8, 16];
  const lambda = world.lambda ?? random.pick(grid);
  const statements = Array.from({ length: random.below(4) }, (_, e) => {
    const rho = random.next();
    const likelihood = prior.map(() => random.next());
    const really = world.strength?.(rho) ?? rho;
    // A report that does not come is as telling as one that does: its likelihood is the complement.
    const came = random.chance(chanceOf(really, likelihood[truth]!));
    return {
      id: `e${e}`,
      group: `e${e}`,
      strength: exactly(rho),
      likelihood: likelihood.map((one) => exactly(came ? one : 1 - one)),
    };
  });
  const moves = Array.from({ length: random.below(4) }, (_, m) => {
    const scores = prior.map(() => Array.from({ length: 3 }, () => random.next()));
    const own = scores[truth]!;
    const chosen =
      world.choose === 'best'
        ? own.indexOf(Math.max(...own))
        : pickBy(
            random,
            world.choose === 'lot' ? [1, 1, 1] : own.map((_, at) => Math.exp(logChoice(own, at, lambda))),
          );
    return { id: `m${m}`, chosen, scores };
  });
  const matter: Matter = { ids: prior.map((_, h) => `h${h}`), prior, statements, moves, precision: grid };
  return { truth, posterior: posteriorPoint(matter) };
}

function pickBy(random: Random, weights: readonly number[]): number {
  let left = random.next() * weights.reduce((sum, one) => sum + one, 0);
  for (let k = 0; k < weights.length - 1; k++) {
    left -= weights[k]!;
    if (left < 0) return k;
  }
  return weights.length - 1;
}

/** Expected calibration error over ten bins of p(h) (Naeini, Cooper & Hauskrecht 2015), every reading of every draw counted. */
export function calibrationError(world: World, draws: number, seed: number): number {
  const random = randomFrom(seed);
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, came: 0 }));
  let n = 0;
  for (let k = 0; k < draws; k++) {
    const { truth, posterior } = drawn(random, world);
    posterior.forEach((p, h) => {
      const bin = bins[Math.min(9, Math.floor(p * 10))]!;
      bin.n++;
      bin.said += p;
      if (h === truth) bin.came++;
      n++;
    });
  }
  return bins.reduce((sum, { said, came }) => sum + Math.abs(said - came) / n, 0);
}
