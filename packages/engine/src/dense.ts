import { type Cube, cubeOf, placing, type Wanted } from './dense/cube.ts';
import { hasKernel, kernelOn, memoryOf } from './dense/kernel.ts';
import { type Layout, layoutOf } from './dense/layout.ts';
import { solveScalar } from './dense/scalar.ts';
import { phasesOf, tasksOn } from './dense/tasks.ts';
import type { WasmMemory } from './dense/wasm.ts';
import { denseRanks } from './ranks/dense.ts';
import { type Concept, flag, type Ranks, type Solver } from './solver.ts';
import type { Structure } from './structure.ts';

/**
 * The cube of all combinations, feasible or not, sixteen states at a time: for conflicts whose options can all be switched freely
 * by one owner each, and of whose combinations many are feasible. Where the machine has no vectors, or an actor has nearly all
 * options, state by state.
 */
export const dense: Required<Solver> = solverBy('dense', true);

/** The same without WebAssembly. */
export const denseScalar: Required<Solver> = solverBy('dense, state by state', false);

function solverBy(name: string, kernel: boolean): Required<Solver> {
  return {
    name,
    refuses: (structure) => {
      const cube = cubeOf(structure);
      return typeof cube === 'string' ? cube : undefined;
    },
    stability: (structure, ranks, actor, concepts) => solve(structure, ranks, concepts, [actor], kernel)[0]!,
    stabilityOfAll: (structure, ranks, concepts) =>
      solve(structure, ranks, concepts, [...ranks.keys()], kernel),
  };
}

function solve(
  structure: Structure,
  ranks: Ranks,
  concepts: readonly Concept[],
  actors: readonly number[],
  kernel: boolean,
): readonly Uint8Array[] {
  const cube = cubeOf(structure);
  if (typeof cube === 'string')
    throw new RangeError(`the dense back end does not take this conflict: ${cube}`);
  const groups = cube.groups.flatMap(({ actor }, g) => (actors.includes(actor) ? [g] : []));
  const found = solveGroups(structure, cube, ranks, { concepts, groups }, kernel);
  return flagsByActor(structure, cube, found, { actors, concepts, groups });
}

/** Flags of groups as flags of actors. */
export function flagsByActor(
  structure: Structure,
  cube: Cube,
  flags: readonly Uint8Array[],
  { actors, concepts, groups }: Wanted & { readonly actors: readonly number[] },
): readonly Uint8Array[] {
  return actors.map((actor) => {
    const at = groups.findIndex((g) => cube.groups[g]!.actor === actor);
    if (at !== -1) return flags[at]!;
    // Who has no options cannot leave a state.
    return new Uint8Array(structure.codes.length).fill(maskOf(concepts));
  });
}

const maskOf = (concepts: readonly Concept[]) => concepts.reduce((mask, one) => mask | flag[one], 0);

function solveGroups(
  structure: Structure,
  cube: Cube,
  ranks: Ranks,
  wanted: Wanted,
  kernel: boolean,
): readonly Uint8Array[] {
  const layout = kernel && hasKernel() ? layoutOf(cube, wanted) : undefined;
  if (!layout) {
    const spread = cube.groups.map(({ actor }) => {
      const into = new Uint32Array(2 ** cube.options);
      putRanks(structure, cube, ranks[actor]!, into);
      return into;
    });
    return solveScalar(cube, wanted, spread).map((flags) => takeFlags(structure, cube, flags));
  }
  const memory = memoryFor(layout.bytes);
  putAllRanks(structure, ranks, layout, memory);
  const task = tasksOn(memory, layout, 0);
  for (const phase of phasesOf(layout)) for (const one of phase) task(one);
  return takeAllFlags(structure, layout, memory);
}

/** Writes everybody's ranks into the kernel's memory. Too large ones are numbered without gaps, so that they are no more than there are states. */
export function putAllRanks(structure: Structure, ranks: Ranks, layout: Layout, memory: WasmMemory): void {
  const { cube } = layout;
  const cubed = 2 ** cube.options;
  const kernel = kernelOn(memory);
  for (const { actor, ranks: at, k } of layout.groups) {
    const own = ranks[actor]!;
    const into = new Uint32Array(memory.buffer, at, cubed);
    putRanks(structure, cube, own, into);
    if (kernel.greatest(at, cubed) >>> 0 >= 2 ** (31 - k) - 1)
      putRanks(structure, cube, denseRanks(Float64Array.from(own)), into);
  }
}

function putRanks(structure: Structure, cube: Cube, ranks: Uint32Array, into: Uint32Array): void {
  const place = placing(cube);
  if (cube.whole && !place) {
    into.set(ranks);
    return;
  }
  const { codes } = structure;
  if (!cube.whole) into.fill(0);
  if (place) for (let s = 0; s < ranks.length; s++) into[place(codes[s]!)] = ranks[s]!;
  else for (let s = 0; s < ranks.length; s++) into[codes[s]!] = ranks[s]!;
}

/** The flags of the wanted groups, by feasible state. */
export function takeAllFlags(
  structure: Structure,
  { cube, groups, wanted }: Layout,
  memory: WasmMemory,
): readonly Uint8Array[] {
  const cubed = 2 ** cube.options;
  return wanted.groups.map((g) =>
    takeFlags(structure, cube, new Uint8Array(memory.buffer, groups[g]!.solved!.flags, cubed)),
  );
}

function takeFlags({ codes }: Structure, cube: Cube, flags: Uint8Array): Uint8Array {
  const place = placing(cube);
  if (cube.whole && !place) return flags.slice();
  const found = new Uint8Array(codes.length);
  if (place) for (let s = 0; s < found.length; s++) found[s] = flags[place(codes[s]!)]!;
  else for (let s = 0; s < found.length; s++) found[s] = flags[codes[s]!]!;
  return found;
}

const keptBytes = 2 ** 26;
let kept: WasmMemory | undefined;

/** A memory of so many bytes: the one before where it is large enough and not too large to keep, so that many small conflicts need one. */
function memoryFor(bytes: number): WasmMemory {
  if (kept && kept.buffer.byteLength >= bytes) return kept;
  const memory = memoryOf(bytes);
  if (bytes <= keptBytes) kept = memory;
  return memory;
}
