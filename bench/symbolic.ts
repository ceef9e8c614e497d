/** Family Y: all Nash equilibria of conflicts of 40 to 100 options. `node bench/symbolic.ts` prints the table. */
import { statesIn } from '@demarche/engine';
import { cadical, cubesOf, nashQuestion, type SatMaker } from '@demarche/symbolic';
import { familyY, sizesOfY } from './family-y.ts';

export type Row = {
  readonly family: string;
  readonly conflicts: number;
  readonly states: string;
  readonly 'median ms': number;
  readonly 'least ms': number;
  readonly 'most ms': number;
};

const limits = { cubes: 1_000_000, conflicts: 100_000_000 };

/** The number of Nash equilibria, and how long it took, from the conflict to the last one. */
export function timed(sat: SatMaker, options: number, actors: number, seed: number) {
  const conflict = familyY(options, actors, seed);
  const start = performance.now();
  const search = cubesOf(nashQuestion(conflict), sat, limits);
  let states = 0n;
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) {
      if (next.value !== 'all') throw new Error(`Y ${options}/${actors} seed ${seed} ended at a limit`);
      return { states, ms: performance.now() - start };
    }
    if (next.value !== undefined) states += statesIn(next.value);
  }
}

/** Medians over the conflicts of seeds 1, 2, …, each solved once, after one that warms up. */
export async function symbolicTable(conflicts: number): Promise<readonly Row[]> {
  const sat = await cadical();
  timed(sat, 40, 10, 0);
  return sizesOfY.map(([options, actors]) => {
    const all = Array.from({ length: conflicts }, (_, k) => timed(sat, options, actors, k + 1));
    const ms = all.map((one) => one.ms).sort((a, b) => a - b);
    const counts = all.map(({ states }) => Number(states)).sort((a, b) => a - b);
    const rounded = (value: number) => Number(value.toPrecision(3));
    return {
      family: `Y ${options}/${actors}`,
      conflicts,
      states: `${counts[0]}–${counts.at(-1)}, median ${counts[counts.length >> 1]}`,
      'median ms': rounded(ms[ms.length >> 1]!),
      'least ms': rounded(ms[0]!),
      'most ms': rounded(ms.at(-1)!),
    };
  });
}

if (import.meta.main) console.table(await symbolicTable(process.argv.includes('--full') ? 21 : 5));
