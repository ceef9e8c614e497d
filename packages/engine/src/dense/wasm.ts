/** Of WebAssembly what is used here, by its own names, so that the package needs the types of no browser and no Node. */
export type WasmModule = { readonly wasmModule: never };

export type WasmMemory = { readonly buffer: ArrayBuffer | SharedArrayBuffer };

type Wasm = {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => WasmMemory;
};

/** Undefined where the machine has none. */
export const wasm: Wasm | undefined = (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly;
