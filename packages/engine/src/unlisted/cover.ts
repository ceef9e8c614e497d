import type { Cube } from './cube-solver.ts';

/**
 * A set of states, by ascending codes, as cubes that have no state in common: options are gone through from the last to the first,
 * and an option on which nothing depends becomes a dash (the paths of a decision diagram, Bryant 1986). In time of options × codes.
 * Undefined where that takes more than `most` cubes.
 */
export function coverOf(codes: Uint32Array, options: number, most: number): readonly Cube[] | undefined {
  const cubes: Cube[] = [];
  const cover = (from: number, to: number, option: number, tail: string): boolean => {
    if (from === to) return true;
    if (to - from === 2 ** (option + 1)) {
      cubes.push('-'.repeat(option + 1) + tail);
      return cubes.length <= most;
    }
    const middle = firstWith(codes, from, to, option);
    if (sameButFor(codes, from, middle, to, option)) return cover(from, middle, option - 1, `-${tail}`);
    return cover(from, middle, option - 1, `0${tail}`) && cover(middle, to, option - 1, `1${tail}`);
  };
  return cover(0, codes.length, options - 1, '') ? cubes : undefined;
}

/** The first code of a stretch that agrees in all higher options with the option taken, or its end. */
function firstWith(codes: Uint32Array, from: number, to: number, option: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const at = (low + high) >>> 1;
    if ((codes[at]! >>> option) & 1) high = at;
    else low = at + 1;
  }
  return low;
}

function sameButFor(codes: Uint32Array, from: number, middle: number, to: number, option: number): boolean {
  const count = middle - from;
  if (to - middle !== count) return false;
  for (let k = 0; k < count; k++)
    if ((codes[from + k]! ^ codes[middle + k]!) >>> 0 !== 2 ** option) return false;
  return true;
}
