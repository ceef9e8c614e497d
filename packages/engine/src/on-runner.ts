import { backEndFor, backEnds } from './back-end.ts';
import { sharedWork } from './dense/shared.ts';
import type { Cancel, Runner } from './runner.ts';
import { type Concept, type Ranks, stabilityOfAll } from './solver.ts';
import type { Structure } from './structure.ts';

/** Below so many states and actors the threads are not there before it is done. */
const worthThreads = 6_000_000;

/**
 * Every actor's flags by the back end that suits the conflict, on as many threads as the runner has where that is worth it and memory
 * can be shared; the same whatever the runner. With `least` 0 it always is worth it.
 */
export async function stabilityOn(
  runner: Runner,
  structure: Structure,
  ranks: Ranks,
  concepts: readonly Concept[],
  options: { readonly cancel?: Cancel; readonly least?: number } = {},
): Promise<readonly Uint8Array[]> {
  const engine = backEndFor(structure);
  const worth = structure.codes.length * ranks.length >= (options.least ?? worthThreads);
  const shared =
    engine === 'dense' && worth && runner.width > 1
      ? sharedWork(structure, ranks, concepts, runner.width)
      : undefined;
  if (!shared) return stabilityOfAll(backEnds[engine], structure, ranks, concepts);
  for await (const _ of runner.run(shared.job, shared.lanes, options.cancel));
  return shared.flags();
}
