import { statesIn } from '@demarche/engine';
import { cadical, cubesOf, nashQuestion, type SatMaker } from '@demarche/symbolic';
import { familyY, sizesOfY } from './family-y.ts';
import { rounded } from './measure.ts';
import type { Row } from './row.ts';

const limits = { cubes: 1_000_000, conflicts: 100_000_000 };

/** The number of Nash equilibria, and how long it took, from the conflict to the last one. */
function timed(sat: SatMaker, options: number, actors: number, seed: number) {
  const conflict = familyY(options, actors, seed);
  const start = performance.now();
  const search = cubesOf(nashQuestion(conflict), sat, limits);
  let states = 0n;
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) {
      if (next.value !== 'all') throw new Error(`Y ${options}/${actors} seed ${seed} ended at a limit`);
      return { states: Number(states), ms: performance.now() - start };
    }
    if (next.value !== undefined) states += statesIn(next.value);
  }
}

/** Family Y: all Nash equilibria; medians over the conflicts of seeds 1, 2, …, each solved once, after one that warms up. */
export async function* symbolicTimes(full: boolean): AsyncGenerator<Row> {
  const sat = await cadical();
  timed(sat, 40, 10, 0);
  for (const [options, actors] of sizesOfY) {
    const all = Array.from({ length: full ? 21 : 5 }, (_, k) => timed(sat, options, actors, k + 1));
    const counts = sorted(all.map(({ states }) => states));
    const ms = sorted(all.map((one) => one.ms));
    yield {
      family: 'Y',
      conflict: `${options} options, ${all.length} conflicts of ${counts[0]}–${counts.at(-1)} equilibria, ${rounded(ms[0]!)}–${rounded(ms.at(-1)!)} ms`,
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
