import { kernelBytes } from './kernel-bytes.ts';
import { type WasmMemory, type WasmModule, wasm } from './wasm.ts';

/** What the kernel exports; `kernel/` says what each does. Addresses are bytes of its memory. */
export type Kernel = {
  readonly order8: Order;
  readonly order16: Order;
  readonly components: (job: number, leastP: number, leastG: number, gmr: number, smr: number) => void;
  readonly solve8: (job: number, first: number, end: number) => void;
  readonly solve16: (job: number, first: number, end: number) => void;
  readonly flags: (
    to: number,
    ranks: number,
    options: number,
    a: number,
    k: number,
    nash: number,
    gmr: number,
    smr: number,
    seq: number,
    sseq: number,
    mask: number,
  ) => void;
  readonly append: (
    planes: number,
    digits: number,
    keys: number,
    count: number,
    seen: number,
    fresh: number,
  ) => void;
  readonly lookUp: (keys: number, count: number, table: number) => void;
  readonly fill: (values: number, count: number, value: number) => void;
  readonly copy: (to: number, from: number, count: number) => void;
  readonly raise: (values: number, others: number, count: number) => void;
  /** The least that is not 0, or −1; as all numbers of the kernel to be read without sign. */
  readonly least: (values: number, count: number) => number;
  readonly greatest: (values: number, count: number) => number;
};

type Order = (
  ranks: number,
  levels: number,
  patterns: number,
  greatest: number,
  least: number,
  options: number,
  a: number,
  k: number,
  whole: number,
  room: number,
) => void;

const compiled = new Map<boolean, WasmModule | undefined>();

/** The kernel for a memory of its own or one that threads share; undefined where the machine has no vectors in WebAssembly. */
function moduleFor(shared: boolean): WasmModule | undefined {
  if (!compiled.has(shared)) {
    try {
      compiled.set(shared, wasm && new wasm.Module(kernelBytes(shared)));
    } catch {
      compiled.set(shared, undefined);
    }
  }
  return compiled.get(shared);
}

/** Whether the kernel runs here. */
export function hasKernel(): boolean {
  return moduleFor(false) !== undefined;
}

/** Whether it runs here on a memory that threads share: not in a page that is not isolated from others. */
export function hasSharedKernel(): boolean {
  return typeof SharedArrayBuffer === 'function' && moduleFor(true) !== undefined;
}

const page = 2 ** 16;

/** A memory of so many bytes for the kernel. */
export function memoryOf(bytes: number, shared = false): WasmMemory {
  const pages = Math.ceil(bytes / page);
  return new wasm!.Memory({ initial: pages, maximum: shared ? pages : 2 ** 16, shared });
}

const instances = new WeakMap<WasmMemory, Kernel>();

export function kernelOn(memory: WasmMemory): Kernel {
  const known = instances.get(memory);
  if (known) return known;
  const shared = !(memory.buffer instanceof ArrayBuffer);
  const { exports } = new wasm!.Instance(moduleFor(shared)!, { env: { memory } });
  const kernel = exports as unknown as Kernel;
  instances.set(memory, kernel);
  return kernel;
}
