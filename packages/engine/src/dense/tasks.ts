import { flag } from '../solver.ts';
import { type Kernel, kernelOn } from './kernel.ts';
import type { Layout, Places, Solved } from './layout.ts';
import type { WasmMemory } from './wasm.ts';

/**
 * A piece of the work on a cube. `order`: who is better in each clique of a group, and what gmr, smr need; then `solve`: what the
 * others can bring about by improvements in slabs `first` … `end − 1`, its thresholds kept as part `part`; then `flags`. Tasks of
 * one kind can be done at once, on different lanes; each kind needs all tasks of the kind before.
 */
export type Task =
  | { readonly kind: 'order'; readonly group: number }
  | {
      readonly kind: 'solve';
      readonly group: number;
      readonly part: number;
      readonly first: number;
      readonly end: number;
    }
  | { readonly kind: 'flags'; readonly group: number };

/** All tasks, kind after kind; a group's slabs in as many parts as the layout has room for. */
export function phasesOf({ groups, wanted }: Layout): readonly (readonly Task[])[] {
  const solved = groups.flatMap((places, group) =>
    places.solved ? [{ places, group, solved: places.solved }] : [],
  );
  const needsOrder = wanted.concepts.some((concept) => concept === 'seq' || concept === 'sseq');
  return [
    groups.flatMap((places, group): Task[] =>
      needsOrder || places.solved ? [{ kind: 'order', group }] : [],
    ),
    solved.flatMap(({ places, group, solved: { seq, sseq } }): Task[] => {
      const parts = Math.max(seq.length, sseq.length);
      const slabs = 2 ** places.k;
      return Array.from({ length: parts }, (_, part) => ({
        kind: 'solve',
        group,
        part,
        first: dealt(slabs, part, parts),
        end: dealt(slabs, part + 1, parts),
      }));
    }),
    solved.map(({ group }): Task => ({ kind: 'flags', group })),
  ];
}

/** How many of the slabs are dealt to the parts before this one. */
function dealt(slabs: number, part: number, parts: number): number {
  return Math.floor(slabs / parts) * part + Math.min(part, slabs % parts);
}

/** Does tasks in the kernel's memory on one lane of the layout. */
export function tasksOn(memory: WasmMemory, layout: Layout, lane: number): (task: Task) => void {
  const kernel = kernelOn(memory);
  const words = new Uint32Array(memory.buffer);
  return (task) => {
    const places = layout.groups[task.group]!;
    if (task.kind === 'order') order(kernel, words, layout, places, task.group, lane);
    else if (task.kind === 'flags') flags(kernel, layout, places, places.solved!);
    else {
      const { seq, sseq } = places.solved!;
      writeJob(words, layout, task.group, lane, task.part);
      const thresholds = [seq[task.part], sseq[task.part]].filter((at) => at !== undefined);
      if (thresholds.length === 0) return;
      const solve = layout.wide === 1 ? kernel.solve8 : kernel.solve16;
      solve(layout.lanes[lane]!.job, task.first, task.end);
    }
  };
}

function order(
  kernel: Kernel,
  words: Uint32Array,
  layout: Layout,
  places: Places,
  group: number,
  lane: number,
): void {
  const { cube, wide, lanes } = layout;
  const { ranks, levels, patterns, greatest, least, a, k, states, solved } = places;
  const sort = wide === 1 ? kernel.order8 : kernel.order16;
  sort(ranks, levels, patterns, greatest, least, cube.options, a, k, cube.whole ? 1 : 0, lanes[lane]!.room);
  if (!solved) return;
  const slabs = 2 ** k;
  const perSlab = (at: number) => words.subarray(at >>> 2, (at >>> 2) + slabs);
  perSlab(solved.order).set(
    inParts(highestFirst(perSlab(least)), Math.max(solved.seq.length, solved.sseq.length)),
  );
  if (cube.whole) {
    // The opponents lead from everywhere in a slab to everywhere in it.
    const maximin = perSlab(least).reduce((most, one) => Math.max(most, one), 0);
    const minimax = kernel.least(greatest, states) >>> 0;
    kernel.fill(solved.gmr, states, maximin);
    kernel.fill(solved.smr, states, minimax);
    perSlab(solved.feasible).fill(states);
    perSlab(solved.seqFrom).fill(maximin);
    perSlab(solved.sseqFrom).fill(minimax);
  } else {
    kernel.fill(solved.gmr, states, 0);
    kernel.fill(solved.smr, states, 0);
    writeJob(words, layout, group, lane, 0);
    kernel.components(lanes[lane]!.job, least, solved.leastGreatest, solved.gmr, solved.smr);
    // Labels up to what gmr and smr say anyhow say nothing new; in a slab of one component those are its own least ones.
    const limits = (into: number, component: number, threshold: number) => {
      const everywhere = kernel.least(threshold, states) >>> 0;
      perSlab(into).set(perSlab(component).map((own) => Math.max(own, everywhere)));
    };
    limits(solved.seqFrom, least, solved.gmr);
    limits(solved.sseqFrom, solved.leastGreatest, solved.smr);
  }
  for (const at of solved.seq) kernel.copy(at, solved.gmr, states);
  for (const at of solved.sseq) kernel.copy(at, solved.smr, states);
}

/** The slabs whose least ranks are high raise the thresholds most, so that others need not be looked at. */
function highestFirst(least: Uint32Array): readonly number[] {
  return Array.from(least.keys()).sort((a, b) => least[b]! - least[a]! || a - b);
}

/** Dealt out, so that each part has high ones and low ones. */
function inParts(patterns: readonly number[], parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, part) => patterns.filter((_, at) => at % parts === part)).flat();
}

function flags(kernel: Kernel, layout: Layout, places: Places, solved: Solved): void {
  const { states, ranks, greatest, a, k } = places;
  const { seq, sseq, gmr, smr } = solved;
  for (const at of seq.slice(1)) kernel.raise(seq[0]!, at, states);
  for (const at of sseq.slice(1)) kernel.raise(sseq[0]!, at, states);
  const thresholds = [greatest, gmr, smr, seq[0] ?? gmr, sseq[0] ?? smr] as const;
  const asked = layout.wanted.concepts.reduce((mask, concept) => mask | flag[concept], 0);
  kernel.flags(solved.flags, ranks, layout.cube.options, a, k, ...thresholds, asked);
}

/** Writes down what the kernel has to know of a group and of its opponents, as `kernel/solve.ts` reads it. */
function writeJob(words: Uint32Array, layout: Layout, group: number, lane: number, part: number): void {
  const { cube, groups, lanes } = layout;
  const own = groups[group]!;
  const solved = own.solved!;
  const room = lanes[lane]!;
  groups
    .filter((_, other) => other !== group)
    .forEach(({ levels, patterns, a, k }, j) => {
      const { levels: slabLevels, patterns: slabPatterns, tops } = room.opponents[j]!;
      const b = a < own.a ? a : a - own.k;
      const others = ~((2 ** k - 1) << b);
      words.set(
        [levels, patterns, 0, 0, tops, b, k, a, slabLevels, slabPatterns, others],
        room.views / 4 + 16 * j,
      );
    });
  const seq = solved.seq[part] ?? 0;
  const sseq = solved.sseq[part] ?? 0;
  words.set(
    [
      ...[cube.options, own.a, own.k, groups.length - 1, room.views, own.ranks, own.greatest],
      ...[solved.feasible, cube.whole ? 1 : 0, solved.seqFrom, seq, solved.sseqFrom, sseq],
      ...[room.marks, room.words, room.other, room.stack, room.room],
      ...[room.cubeMarks, room.slabMarks, room.slabFeasible, solved.order],
    ],
    room.job / 4,
  );
}
