import { hasKernel, type Kernel, kernelOn, memoryOf } from '../dense/kernel.ts';
import { blockWords, type Plane } from '../planes/columns.ts';
import { appendBits } from './keys.ts';

/** States of a block. */
const block = 32 * blockWords;
/** Tables of so many keys are kept in the kernel's memory; larger ones are not worth the way. */
const mostKeys = 2 ** 18;
const mostDigits = 16;

/** Appends digits to the keys of blocks of states, and looks keys up in a table, for tables of so many keys. */
export type Append = {
  /** For `count` states from `first` on; `fresh`: as if all keys were 0. */
  readonly digits: (
    keys: Uint32Array,
    first: number,
    count: number,
    planes: readonly Plane[],
    fresh: boolean,
  ) => void;
  /** A byte a key, set where the key occurred. */
  readonly seen: () => Uint8Array;
  readonly lookUp: (keys: Uint32Array, table: Uint32Array) => void;
};

export function appendTo(size: number): Append {
  const near = size <= mostKeys ? kernel() : undefined;
  return near ? byKernel(near, size) : stateByState(size);
}

function stateByState(size: number): Append {
  const seen = new Uint8Array(size);
  return {
    digits: (keys, first, count, planes) => {
      appendBits(keys, first, count, planes);
      for (let state = first; state < first + count; state++) seen[keys[state]!] = 1;
    },
    seen: () => seen,
    lookUp: (keys, table) => {
      for (let state = 0; state < keys.length; state++) keys[state] = table[keys[state]!]!;
    },
  };
}

type Near = {
  readonly run: Kernel;
  readonly planes: Int32Array;
  readonly keys: Uint32Array;
  readonly seen: Uint8Array;
  readonly table: Uint32Array;
};

let made: Near | undefined;

/** The kernel with memory for a block and for tables; undefined where there is none. */
function kernel(): Near | undefined {
  if (made || !hasKernel()) return made;
  const planes = 1_024;
  const keys = planes + mostDigits * 4 * blockWords;
  const seen = keys + 4 * block;
  const table = seen + mostKeys;
  const memory = memoryOf(table + 4 * mostKeys);
  const { buffer } = memory;
  made = {
    run: kernelOn(memory),
    planes: new Int32Array(buffer, planes, mostDigits * blockWords),
    keys: new Uint32Array(buffer, keys, block),
    seen: new Uint8Array(buffer, seen, mostKeys),
    table: new Uint32Array(buffer, table, mostKeys),
  };
  return made;
}

function byKernel({ run, planes: room, keys: near, seen, table: nearTable }: Near, size: number): Append {
  const own = seen.subarray(0, size).fill(0);
  return {
    digits: (keys, first, count, planes, fresh) => {
      for (let k = 0; k < planes.length; k++) room.set(planes[k]!, k * blockWords);
      if (!fresh) near.set(keys.subarray(first, first + count));
      run.append(room.byteOffset, planes.length, near.byteOffset, count, seen.byteOffset, fresh ? 1 : 0);
      keys.set(near.subarray(0, count), first);
    },
    seen: () => own,
    lookUp: (keys, table) => {
      nearTable.set(table);
      for (let first = 0; first < keys.length; first += block) {
        const count = Math.min(block, keys.length - first);
        near.set(keys.subarray(first, first + count));
        run.lookUp(near.byteOffset, count, nearTable.byteOffset);
        keys.set(near.subarray(0, count), first);
      }
    },
  };
}
