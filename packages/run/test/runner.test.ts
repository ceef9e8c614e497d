import { describe, expect, it } from 'vitest';
import { here, threads } from '../src/index.ts';
import { squares } from './squares.ts';

const parts = (count: number, wait: (n: number) => number = () => 0) =>
  Array.from({ length: count }, (_, n) => ({ n, wait: wait(n) }));

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of results) found.push(one);
  return found;
}

/** What every runner holds to. */
describe.each([here, threads(1), threads(2), threads(3)])('$name', (runner) => {
  it('gives the results in the order of the parts, however long each takes', async () => {
    const slowFirst = parts(12, (n) => (n % 3 === 0 ? 15 : 0));
    const found = await all(runner.run(squares(100), slowFirst));
    expect(found.map(({ square }) => square)).toEqual(slowFirst.map(({ n }) => n * n + 100));
  });

  it('has nothing to give where there are no parts', async () => {
    expect(await all(runner.run(squares(0), []))).toEqual([]);
  });

  it('throws what a part throws, after what comes before it', async () => {
    const seen: number[] = [];
    const run = async () => {
      for await (const { square } of runner.run(squares(0), parts(20))) seen.push(square);
    };
    await expect(run()).rejects.toThrow('no thirteen');
    expect(seen).toHaveLength(13);
  });

  it('takes few parts more than are asked of it', async () => {
    let taken = 0;
    function* endless() {
      for (let n = 20; ; n++) {
        taken++;
        yield { n, wait: 0 };
      }
    }
    let done = 0;
    for await (const { square } of runner.run(squares(0), endless())) {
      expect(square).toBe((20 + done) ** 2);
      if (++done === 5) break;
    }
    expect(taken).toBeLessThanOrEqual(5 + 6);
  });

  it('ends with the reason when it is cancelled, before or on the way', async () => {
    const reason = new Error('enough');
    await expect(all(runner.run(squares(0), parts(3), AbortSignal.abort(reason)))).rejects.toBe(reason);
    const control = new AbortController();
    const run = async () => {
      for await (const _ of runner.run(
        squares(0),
        parts(40, () => 5),
        control.signal,
      ))
        control.abort(reason);
    };
    await expect(run()).rejects.toBe(reason);
  });
});

it('threads do not wait for a long part when they are cancelled', async () => {
  const control = new AbortController();
  const reason = new Error('now');
  const hour = 3_600_000;
  const run = all(
    threads(2).run(
      squares(0),
      parts(2, () => hour),
      control.signal,
    ),
  );
  setTimeout(() => control.abort(reason), 300);
  // Would otherwise outlast the test.
  await expect(run).rejects.toBe(reason);
});
