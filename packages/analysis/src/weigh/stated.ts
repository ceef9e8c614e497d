import { type Matter, posteriorPoint } from './posterior.ts';
import { byId } from './range.ts';
import type { StatedRevealed } from './result.ts';

/** Σ p log2(p/q), the Kullback–Leibler divergence of p from q in bits (Kullback & Leibler 1951); infinite where q excludes what p does not. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  const bits = p.reduce((sum, one, k) => (one === 0 ? sum : sum + one * Math.log2(one / q[k]!)), 0);
  // Rounding alone may take it below zero.
  return Math.max(0, bits);
}

/** The posterior from the actor's own statements of aim alone, beside that from its moves alone. */
export function statedRevealed(matter: Matter, own: ReadonlySet<string>): StatedRevealed {
  const words = matter.statements.filter(({ id }) => own.has(id));
  const stated = posteriorPoint({ ...matter, statements: words, moves: [] });
  const revealed = posteriorPoint({ ...matter, statements: [] });
  const bits = divergence(revealed, stated);
  return {
    words: words.map(({ id }) => id),
    moves: matter.moves.map(({ id }) => id),
    stated: byId(matter.ids, (h) => stated[h]!),
    revealed: byId(matter.ids, (h) => revealed[h]!),
    ...(words.length > 0 && matter.moves.length > 0 && Number.isFinite(bits) ? { bits } : {}),
  };
}
