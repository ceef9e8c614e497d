import type { Literal, Pattern } from '../pattern.ts';

/**
 * Patterns that hold exactly in the states of the cube that are not listed; undefined beyond `most` of them. `codes` ascend.
 * Found from the highest option down; while there are few, each is made as wide as it can be.
 */
export function gapsOf(
  codes: readonly number[],
  options: number,
  most: number,
): readonly Pattern[] | undefined {
  const gaps: Pattern[] = [];
  const descend = (option: number, from: number, to: number, low: number, path: Pattern): boolean => {
    if (to === from) {
      gaps.push(path);
      return gaps.length <= most;
    }
    if (to - from === 2 ** (option + 1)) return true;
    const half = low + 2 ** option;
    let middle = from;
    for (let last = to; middle < last; ) {
      const at = (middle + last) >> 1;
      if (codes[at]! < half) middle = at + 1;
      else last = at;
    }
    return (
      descend(option - 1, from, middle, low, [...path, { option, on: false }]) &&
      descend(option - 1, middle, to, half, [...path, { option, on: true }])
    );
  };
  if (!descend(options - 1, 0, codes.length, 0, [])) return undefined;
  return gaps.length * codes.length * options <= 2 ** 22 ? widened(gaps, codes) : gaps;
}

const holds = ({ option, on }: Literal, code: number) => (Math.floor(code / 2 ** option) % 2 === 1) === on;

function widened(gaps: readonly Pattern[], codes: readonly number[]): readonly Pattern[] {
  const wide: Pattern[] = [];
  for (const gap of gaps) {
    // Covered by one that was made wider before.
    if (wide.some((one) => within(gap, one))) continue;
    let pattern: Pattern = [...gap].reverse();
    for (const literal of gap) {
      const shorter = pattern.filter((one) => one !== literal);
      if (!codes.some((code) => shorter.every((one) => holds(one, code)))) pattern = shorter;
    }
    wide.push(pattern);
  }
  return wide.filter(
    (one, k) => !wide.some((other, j) => j !== k && within(one, other) && (j < k || !within(other, one))),
  );
}

/** Whether every state of the first pattern is one of the second. */
const within = (one: Pattern, other: Pattern) =>
  other.every((literal) => one.some(({ option, on }) => option === literal.option && on === literal.on));
