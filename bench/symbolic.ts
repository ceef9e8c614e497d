import { statesIn } from '@demarche/engine';
import { cadical, cubesOf, nashQuestion, type SatMaker } from '@demarche/symbolic';
import { familyY, sizesOfY } from './family-y.ts';
import { rounded } from './measure.ts';
import type { Row } from './row.ts';

/** Of a conflict with more equilibria than so many cubes hold the search ends there. */
const limits = { cubes: 20_000, conflicts: 100_000_000 };

/** The number of Nash equilibria and how long it took, from the conflict to the last one or to the limit. */
function timed(sat: SatMaker, options: number, actors: number, seed: number) {
  const conflict = familyY(options, actors, seed);
  const start = performance.now();
  const search = cubesOf(nashQuestion(conflict), sat, limits);
  let states = 0n;
  for (let next = search.next(); ; next = search.next()) {
    if (next.done)
      return { states: Number(states), ms: performance.now() - start, all: next.value === 'all' };
    if (next.value !== undefined) states += statesIn(next.value);
  }
}

/**
 * Family Y: all Nash equilibria; medians over the conflicts of seeds 1, 2, …, each solved once, after one that warms up. One that ends
 * at the limit counts with what it took till then: the median is right as long as most end by themselves.
 */
export async function* symbolicTimes(full: boolean): AsyncGenerator<Row> {
  const sat = await cadical();
  timed(sat, 40, 10, 0);
  for (const [options, actors] of sizesOfY) {
    const all = Array.from({ length: full ? 21 : 5 }, (_, k) => timed(sat, options, actors, k + 1));
    const counts = sorted(all.map(({ states }) => states));
    const cut = all.filter((one) => !one.all).length;
    if (2 * cut >= all.length)
      throw new Error(`Y ${options}/${actors}: ${cut} of ${all.length} ended at the limit`);
    const ms = sorted(all.map((one) => one.ms));
    yield {
      family: 'Y',
      conflict: `${options} options, ${all.length} conflicts of ${counts[0]}–${counts.at(-1)} equilibria, ${rounded(ms[0]!)}–${rounded(ms.at(-1)!)} ms${cut > 0 ? `, ${cut} cut` : ''}`,
      states: null,
      actors,
      engine: 'symbolic',
      threads: 1,
      measured: rounded(ms[ms.length >> 1]!),
      unit: 'ms',
      each: null,
      readMs: null,
      goal: options === 100 ? 500 : null,
    };
  }
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
