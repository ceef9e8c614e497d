import { Bench } from 'tinybench';

/** The median of so many runs, in milliseconds, after one to warm up. */
export async function medianMs(runs: number, run: () => unknown): Promise<number> {
  const bench = new Bench({ time: 0, iterations: runs, warmupIterations: 1, warmupTime: 0 });
  bench.add('run', () => void run());
  const [task] = await bench.run();
  const { result } = task!;
  if (result.state !== 'completed') throw new Error('a measured run failed', { cause: result });
  return result.latency.p50;
}

/** Three figures that count. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
