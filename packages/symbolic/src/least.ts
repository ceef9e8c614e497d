import type { Sat } from './sat.ts';

/**
 * The least that digits can be, the first that differs decides, where the assumed literals hold; undefined where these cannot. One
 * call a digit at most: where the last answer has a digit off already, none. Afterwards the solver holds such an answer.
 */
export function leastDigits(
  sat: Sat,
  digits: readonly number[],
  assumed: readonly number[],
): readonly boolean[] | undefined {
  if (!sat.solve(assumed)) return undefined;
  const isOn = (literal: number) => sat.value(Math.abs(literal)) === literal > 0;
  let values = digits.map(isOn);
  const set: number[] = [...assumed];
  digits.forEach((digit, at) => {
    if (values[at]) {
      if (sat.solve([...set, -digit])) values = digits.map(isOn);
    }
    set.push(values[at] ? digit : -digit);
  });
  sat.solve(set);
  return values;
}
