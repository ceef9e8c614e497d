import type { Job } from '@demarche/engine';

/** A job for tests: squares, each after as much waiting as asked; 13 fails. */
export const work = (setup: { readonly add: number }) => {
  let prepared = 0;
  prepared++;
  return ({ n, wait }: { readonly n: number; readonly wait: number }) => {
    if (n === 13) throw new RangeError('no thirteen');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    return { square: n * n + setup.add, prepared };
  };
};

export const squares = (
  add: number,
): Job<Parameters<typeof work>[0], { n: number; wait: number }, { square: number }> => ({
  module: import.meta.url,
  work,
  setup: { add },
});
