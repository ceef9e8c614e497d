import { drawsOf } from '@demarche/engine';

/** `count` distinct positions of 0 … total − 1, ascending, drawn by the seed (Floyd's algorithm; Bentley & Floyd 1987). */
export function drawDistinct(total: number, count: number, seed: number): readonly number[] {
  const draws = drawsOf(seed, 0);
  const chosen = new Set<number>();
  for (let top = total - count; top < total; top++) {
    const at = draws.below(top + 1);
    chosen.add(chosen.has(at) ? top : at);
  }
  return [...chosen].sort((a, b) => a - b);
}
