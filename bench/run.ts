/** `npm run bench`: what solving costs, beside the time to read the same rank arrays once in the same run. */
import { readFileSync } from 'node:fs';
import { answerCase, standardSweep, sweepJob } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { compact, concepts, type Ranks, type Structure } from '@demarche/engine';
import { Bench } from 'tinybench';
import { familyF, familyS } from './conflicts.ts';

const sizes = process.argv.includes('--full') ? [12, 16, 18, 20] : [12, 16];

function solve(structure: Structure, ranks: Ranks): number {
  let sum = 0;
  for (let actor = 0; actor < structure.actors; actor++)
    sum += compact.stability(structure, ranks, actor, concepts)[0]!;
  return sum;
}

function read(ranks: Ranks): number {
  let sum = 0;
  for (const one of ranks) for (const rank of one) sum = (sum + rank) | 0;
  return sum;
}

const bench = new Bench({ time: 0, iterations: 5, warmupIterations: 1, warmupTime: 0 });
for (const options of sizes) {
  for (const [name, make] of [
    ['F', familyF],
    ['S', familyS],
  ] as const) {
    const { structure, ranks } = make(4, options, 12345);
    const once = ranks();
    bench.add(`${name} 2^${options}: read the ranks`, () => void read(once));
    // Fresh arrays, so that no order kept from the run before is used.
    bench.add(
      `${name} 2^${options}: five concepts, four actors`,
      () =>
        void solve(
          structure,
          ranks().map((one) => one.slice()),
        ),
    );
  }
}
const oracle = readFileSync(new URL('../fixtures/oracle/large.yaml', import.meta.url), 'utf8');
const large = readCase(oracle).case!;
bench.add('G large.yaml: grid of answers, nash and seq', () => void answerCase(large, { robustness: false }));
const text = readFileSync(new URL('../cases/ukraine-talks-2025/case.yaml', import.meta.url), 'utf8');
const talks = readCase(text).case!;
const sweep = sweepJob(talks, standardSweep);
bench.add(
  'W ukraine-talks-2025: sweep, 100 samples',
  () => void sweep.work(sweep.setup)({ from: 0, to: 100 }),
);
await bench.run();

const median = (name: string) =>
  bench.getTask(name)!.result as unknown as { readonly latency: { readonly p50: number } };
const rows = bench.tasks.map(({ name }) => {
  const ms = median(name).latency.p50;
  const exponent = /2\^(\d+)/.exec(name)?.[1];
  const solved = exponent !== undefined && name.includes('concepts');
  return {
    what: name,
    'median ms': Number(ms.toPrecision(3)),
    'ns a state and actor': solved ? Math.round((ms * 1e6) / (2 ** Number(exponent) * 4)) : '',
    'times reading the ranks': solved
      ? Math.round(ms / median(name.replace('five concepts, four actors', 'read the ranks')).latency.p50)
      : '',
  };
});
console.log(`Node ${process.version}, ${process.arch}; medians of five runs`);
console.table(rows);
