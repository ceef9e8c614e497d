/** Places in a memory, given out one after the other. Vectors lie at multiples of 16 bytes. */
export type Room = {
  /** So many bytes; where they begin. */
  readonly take: (bytes: number) => number;
  /** Numbers of 32 bits that the kernel reads; where they begin. */
  readonly put: (values: ArrayLike<number>) => number;
  readonly used: () => number;
  /** Copies what was put. */
  readonly fill: (memory: ArrayBufferLike) => void;
};

/** The kernel keeps its own in the first bytes. */
const first = 4096;

export function roomFrom(start = first): Room {
  let end = start;
  const values: { readonly at: number; readonly values: ArrayLike<number> }[] = [];
  const take = (bytes: number) => {
    const at = end;
    end += (bytes + 15) & ~15;
    return at;
  };
  return {
    take,
    put: (numbers) => {
      const at = take(4 * numbers.length);
      values.push({ at, values: numbers });
      return at;
    },
    used: () => end,
    fill: (memory) => {
      for (const one of values) new Uint32Array(memory, one.at, one.values.length).set(one.values);
    },
  };
}
