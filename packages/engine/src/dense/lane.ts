import type { Layout } from './layout.ts';
import { phasesOf, tasksOn } from './tasks.ts';
import type { WasmMemory } from './wasm.ts';

/** What every thread gets of the work on one cube; all of them see the same memories. */
export type Lanes = {
  readonly layout: Layout;
  readonly memory: WasmMemory;
  /** Words: whether a thread failed; then per kind of task how many were taken and how many are done. */
  readonly counts: SharedArrayBuffer;
};

/** Where this module lies, for a runner to load it elsewhere; told without the types of a browser or Node. */
export const laneModule: string = (import.meta as ImportMeta & { readonly url: string }).url;

const failed = 0;
const taken = (phase: number) => 1 + 2 * phase;
const done = (phase: number) => 2 + 2 * phase;

/** Bytes of the counts. */
export function countsFor(layout: Layout): number {
  return 4 * taken(phasesOf(layout).length);
}

/** So many milliseconds a thread sleeps before it looks whether another one failed. */
const patience = 100;

/**
 * Does the tasks of the cube on one lane, whichever are free, and waits after each kind until all of that kind are done: by whom does not
 * matter, and lanes that run one after the other find everything done by the first.
 */
export function work({ layout, memory, counts }: Lanes): (lane: number) => void {
  const count = new Int32Array(counts);
  const phases = phasesOf(layout);
  return (lane) => {
    const task = tasksOn(memory, layout, lane);
    phases.forEach((tasks, phase) => {
      for (;;) {
        const next = Atomics.add(count, taken(phase), 1);
        if (next >= tasks.length) break;
        try {
          task(tasks[next]!);
        } catch (error) {
          Atomics.store(count, failed, 1);
          throw error;
        }
        Atomics.add(count, done(phase), 1);
        Atomics.notify(count, done(phase));
      }
      for (;;) {
        if (Atomics.load(count, failed)) throw new Error('another thread failed');
        const now = Atomics.load(count, done(phase));
        if (now >= tasks.length) break;
        Atomics.wait(count, done(phase), now, patience);
      }
    });
  };
}
