import { op, type Priority, type Program, type Unlisted } from '@demarche/engine';
import { mulberry32 } from './conflicts.ts';

/** Options and actors of the three sizes. */
export const sizesOfY: readonly (readonly [options: number, actors: number])[] = [
  [40, 10],
  [60, 15],
  [100, 25],
];

/**
 * Y: too many options to list the states. All numbers come from mulberry32 of the seed, in this order, `below(m)` being the next
 * number modulo m:
 *
 * 1. Options are dealt to the actors in contiguous blocks of `options / actors`; all are free.
 * 2. For each actor ten priorities, the most important first. Each is a conjunction of 1 + below(3) literals. A literal is an option
 *    and whether it is negated: below(2). The option is below(options); but the first literal of every second priority (the first,
 *    third, …) is one of the actor's own, first of its block + below(size of the block).
 * 3. Then, for each actor, its own options as last priorities, in order: nobody is indifferent between two of its own settings.
 * 4. options / 2 forbidden patterns: conjunctions of three literals, drawn like those above.
 */
export function familyY(options: number, actors: number, seed: number): Unlisted {
  const next = mulberry32(seed);
  const below = (most: number) => next() % most;
  const block = Math.floor(options / actors);
  const conjunction = (literals: number, own?: number): Program => {
    const program: number[] = [];
    for (let at = 0; at < literals; at++) {
      program.push(at === 0 && own !== undefined ? own * block + below(block) : below(options));
      if (below(2)) program.push(op.not);
      if (at > 0) program.push(op.and);
    }
    return Int32Array.from(program);
  };
  const preferences = Array.from({ length: actors }, (_, actor) => {
    const priorities: Priority[] = Array.from({ length: 10 }, (__, line) => ({
      that: [conjunction(1 + below(3), line % 2 === 0 ? actor : undefined)],
    }));
    for (let k = 0; k < block; k++) priorities.push({ that: [Int32Array.of(actor * block + k)] });
    return { kind: 'priorities' as const, priorities };
  });
  return {
    model: {
      actors,
      options: Array.from({ length: options }, (_, k) => ({
        owners: [Math.floor(k / block)],
        mode: 'single',
        direction: 'both',
      })),
      impossible: Array.from({ length: options / 2 }, () => conjunction(3)),
    },
    preferences,
  };
}
