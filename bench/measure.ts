import { Bench } from 'tinybench';

/** The median of so many runs, in milliseconds, after one to warm up. */
export const medianMs = (runs: number, run: () => unknown): Promise<number> =>
  medianOf(runs, () => void run());

/** The same of what ends later. */
export const medianLaterMs = (runs: number, run: () => Promise<unknown>): Promise<number> =>
  medianOf(runs, async () => {
    await run();
  });

async function medianOf(runs: number, run: () => void | Promise<void>): Promise<number> {
  const bench = new Bench({ time: 0, iterations: runs, warmupIterations: 1, warmupTime: 0 });
  bench.add('run', run);
  const [task] = await bench.run();
  const { result } = task!;
  if (result.state !== 'completed') throw new Error('a measured run failed', { cause: result });
  return result.latency.p50;
}

/** Three figures that count. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
