import { TooLarge } from '../feasible.ts';

/** Most elementary steps that a concept is followed for, so that a hostile conflict cannot keep the program busy without end. */
export const mostWork = 2 ** 30;

/** Counts steps, and gives up with `TooLarge` where they are too many: the same conflict always ends the same way. */
export function workFor(what: string, states: number, most: number = mostWork): (steps: number) => void {
  let done = 0;
  return (steps) => {
    done += steps;
    if (done > most) throw new TooLarge(states, `${what} takes more than ${most} steps on ${states} states`);
  };
}
