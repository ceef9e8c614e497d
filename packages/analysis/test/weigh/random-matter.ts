import { type Random, randomFrom } from '../../../case/test/random.ts';
import type { Matter } from '../../src/weigh/posterior.ts';
import type { Range } from '../../src/weigh/result.ts';

export type Shape = {
  readonly hypotheses?: number;
  readonly statements?: number;
  readonly moves?: number;
  /** Share of likelihoods, and of strengths, that are ranges. */
  readonly ranges?: number;
  readonly unknown?: number;
  /** Share of statements that join the group of an earlier one. */
  readonly grouped?: number;
};

export function randomRange(random: Random, wide: boolean): Range {
  const [a, b] = [0.02 + 0.96 * random.next(), 0.02 + 0.96 * random.next()];
  return wide ? { low: Math.min(a, b), high: Math.max(a, b) } : { low: a, high: a };
}

/** Random evidence and moves; the same seed gives the same. */
export function randomMatter(seed: number, shape: Shape = {}): Matter {
  const random = randomFrom(seed);
  const { ranges = 0, unknown = 0, grouped = 0.3 } = shape;
  const count = shape.hypotheses ?? 2 + random.below(3);
  const weights = Array.from({ length: count }, () => 0.1 + random.next());
  const total = weights.reduce((sum, one) => sum + one, 0);
  const groups: string[] = [];
  const statements = Array.from({ length: shape.statements ?? 1 + random.below(5) }, (_, e) => {
    const group = groups.length > 0 && random.chance(grouped) ? random.pick(groups) : `g${e}`;
    groups.push(group);
    const likelihood = weights.map(() => randomRange(random, random.chance(ranges)));
    return { id: `e${e}`, group, strength: randomRange(random, random.chance(unknown)), likelihood };
  });
  const moves = Array.from({ length: shape.moves ?? random.below(4) }, (_, m) => {
    const size = 2 + random.below(3);
    const scores = weights.map(() => Array.from({ length: size }, () => random.next()));
    return { id: `m${m}`, chosen: random.below(size), scores };
  });
  return {
    ids: weights.map((_, h) => `h${h}`),
    prior: weights.map((one) => one / total),
    statements,
    moves,
    precision: random.chance(0.5) ? [1, 2, 4, 8] : [0, 0.5, 1, 2, 4, 8, 16],
  };
}
