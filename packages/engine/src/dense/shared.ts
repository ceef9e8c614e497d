import { flagsByActor, putAllRanks, takeAllFlags } from '../dense.ts';
import type { Job } from '../runner.ts';
import type { Concept, Ranks } from '../solver.ts';
import type { Structure } from '../structure.ts';
import { cubeOf } from './cube.ts';
import { hasSharedKernel, memoryOf } from './kernel.ts';
import { countsFor, type Lanes, laneModule, work } from './lane.ts';
import { layoutOf } from './layout.ts';

/** Work of the dense back end that several threads do at once. */
export type SharedWork = {
  readonly job: Job<Lanes, number, void>;
  /** One part of the job a thread; all of them are done before the flags are there. */
  readonly lanes: readonly number[];
  readonly flags: () => readonly Uint8Array[];
};

/**
 * What `dense` does for all actors, on so many lanes of one shared memory. Undefined where the back end does not take the conflict, or
 * memory cannot be shared: in a page that is not isolated from others, or without vectors in WebAssembly.
 */
export function sharedWork(
  structure: Structure,
  ranks: Ranks,
  concepts: readonly Concept[],
  lanes: number,
): SharedWork | undefined {
  const cube = cubeOf(structure);
  if (typeof cube === 'string' || !hasSharedKernel()) return undefined;
  const groups = [...cube.groups.keys()];
  const layout = layoutOf(cube, { concepts, groups }, lanes, lanes);
  if (!layout) return undefined;
  const memory = memoryOf(layout.bytes, true);
  putAllRanks(structure, ranks, layout, memory);
  const counts = new SharedArrayBuffer(countsFor(layout));
  return {
    job: { module: laneModule, work, setup: { layout, memory, counts } },
    lanes: Array.from({ length: lanes }, (_, lane) => lane),
    flags: () =>
      flagsByActor(structure, cube, takeAllFlags(structure, layout, memory), {
        actors: [...ranks.keys()],
        concepts,
        groups,
      }),
  };
}
