/** What answers and sweeps cost (families G and W). */
import './engine.ts';
import { readFileSync } from 'node:fs';
import { answerCase, standardSweep, sweepJob } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { Bench } from 'tinybench';
import { rounded } from './measure.ts';

const bench = new Bench({ time: 0, iterations: 5, warmupIterations: 1, warmupTime: 0 });
const oracle = readFileSync(new URL('../fixtures/oracle/large.yaml', import.meta.url), 'utf8');
const large = readCase(oracle).case!;
bench.add('G large.yaml: grid of answers, nash and seq', () => void answerCase(large, { robustness: false }));
const text = readFileSync(new URL('../cases/ukraine-talks-2025/case.yaml', import.meta.url), 'utf8');
const talks = readCase(text).case!;
for (const only of [undefined, 'answers'] as const) {
  const sweep = sweepJob(talks, { ...standardSweep, ...(only ? { only } : {}) });
  bench.add(
    `W ukraine-talks-2025: sweep, 1 000 samples${only ? `, ${only} only` : ''}`,
    () => void sweep.work(sweep.setup)({ from: 0, to: 1000 }),
  );
}
await bench.run();

const rows = bench.tasks.map(({ name, result }) => ({
  what: name,
  'median ms': result.state === 'completed' ? rounded(result.latency.p50) : 'failed',
}));
console.log(`Node ${process.version}, ${process.arch}; medians of five runs`);
console.table(rows);
