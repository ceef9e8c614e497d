import { lanes } from '@demarche/engine';
import { threads } from '@demarche/run';
import { ensembleE, solveSamples } from './ensemble.ts';
import { medianLaterMs, medianMs, rounded } from './measure.ts';
import type { Row } from './row.ts';
import { read } from './solving.ts';

const seed = 1;

/** Draws, ranks and solves so many samples of family E on a thread. */
export function work(count: number): (part: number) => number {
  const ensemble = ensembleE(seed);
  return (part) => {
    solveSamples(ensemble, seed, part * count, count);
    return ensemble.counts.reduce((sum, one) => sum + one, 0);
  };
}

/** Family E: samples a second, drawn, ranked and solved, on one thread and on two; with two, the time to start them counts too. */
export async function* ensembleRates(full: boolean): AsyncGenerator<Row> {
  const each = 64_000;
  const parts = full ? 40 : 20;
  const ensemble = ensembleE(seed);
  const { states } = ensemble;
  const readMs = (await medianMs(5, () => read(new Array(each / lanes).fill(ensemble.ranks)))) / each;
  const row = (count: 1 | 2, ms: number, samples: number): Row => ({
    family: 'E',
    conflict: '8 options, 10 priorities an actor',
    states,
    actors: 4,
    engine: 'ensemble',
    threads: count,
    measured: Math.round(samples / ms) * 1_000,
    unit: 'samples/s',
    each: rounded((ms * 1e6) / (samples * states * 4)),
    readMs: rounded(readMs),
    goal: count === 1 ? 300_000 : 550_000,
  });
  yield row(1, await medianMs(5, () => solveSamples(ensemble, seed, 0, each)), each);
  const job = { module: import.meta.url, work, setup: each };
  const both = await medianLaterMs(3, async () => {
    for await (const _ of threads(2).run(job, Array(parts).keys()));
  });
  yield row(2, both, each * parts);
}
