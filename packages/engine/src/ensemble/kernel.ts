import { type WasmMemory, type WasmModule, wasm } from '../dense/wasm.ts';
import { kernelBytes } from './kernel-bytes.ts';

/** What the kernel exports; `kernel/ensemble` says what each does. Addresses are bytes of its memory. */
export type Kernel = {
  readonly solve: (head: number, lanes: number) => void;
  readonly rank: (list: number) => void;
  readonly draw: (
    list: number,
    key0: number,
    key1: number,
    first: bigint,
    lane: number,
    orders: number,
  ) => void;
};

let compiled: { readonly module: WasmModule | undefined } | undefined;

/** Undefined where the machine has no vectors in WebAssembly. */
function moduleOnce(): WasmModule | undefined {
  if (!compiled) {
    try {
      compiled = { module: wasm && new wasm.Module(kernelBytes(false)) };
    } catch {
      compiled = { module: undefined };
    }
  }
  return compiled.module;
}

export function hasKernel(): boolean {
  return moduleOnce() !== undefined;
}

export type Machine = { readonly memory: WasmMemory; readonly kernel: Kernel };

/** The kernel with a memory of so many bytes. */
export function machineOf(bytes: number): Machine {
  const page = 2 ** 16;
  const memory = new wasm!.Memory({ initial: Math.ceil(bytes / page), maximum: 2 ** 16, shared: false });
  const { exports } = new wasm!.Instance(moduleOnce()!, { env: { memory } });
  return { memory, kernel: exports as unknown as Kernel };
}
