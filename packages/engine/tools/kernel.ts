/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

export type Kernel = {
  readonly sources: string;
  /** What is kept of the sources: the bytes, and where in them it says whether the memory is shared. */
  readonly bytesFile: string;
};

const at = (path: string) => join(import.meta.dirname, '..', path);

export const kernels: Readonly<Record<'dense' | 'ensemble', Kernel>> = {
  dense: { sources: at('kernel'), bytesFile: at('src/dense/kernel-bytes.ts') },
  ensemble: { sources: at('kernel/ensemble'), bytesFile: at('src/ensemble/kernel-bytes.ts') },
};

/** Builds a kernel and gives the text of its `bytesFile`. */
export async function builtKernel({ sources }: Kernel): Promise<string> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      ...['index.ts', '--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub'],
      ...['--enable', 'simd', '--enable', 'threads', '--enable', 'bulk-memory'],
      ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536', '--use', 'abort='],
    ],
    {
      readFile: (name, folder) => {
        try {
          return readFileSync(join(sources, folder === '.' ? '' : folder, name), 'utf8');
        } catch {
          return null;
        }
      },
      writeFile: (name, written) => {
        if (name.endsWith('.wasm')) bytes = written as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !bytes) throw new Error(`the kernel does not build: ${error?.message}\n${stderr}`);
  const base64 = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,100}/g)!;
  return `// Made by \`npm run kernel\` from packages/engine/kernel; a test builds it again and compares.
/** The byte that says whether the kernel imports a memory that threads share (3) or one of its own (1). */
const limitsAt = ${limitsOf(bytes)};

const base64 =
${base64.map((line, at) => `  '${line}'${at === base64.length - 1 ? ';' : ' +'}`).join('\n')}

/** The kernel as a WebAssembly module. */
export function kernelBytes(shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = decoded();
  bytes[limitsAt] = shared ? 3 : 1;
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decoded(): Uint8Array<ArrayBuffer> {
  const length = (base64.replace(/=+$/, '').length * 3) >> 2;
  const bytes = new Uint8Array(length);
  for (let at = 0, to = 0; to < length; at += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | Math.max(0, alphabet.indexOf(base64[at + k]!));
    for (let shift = 16; shift >= 0 && to < length; shift -= 8) bytes[to++] = word >>> shift;
  }
  return bytes;
}
`;
}

/** Where the limits of the imported memory begin: after the names of the import and its kind. */
function limitsOf(bytes: Uint8Array): number {
  const text = Buffer.from(bytes);
  const at = text.indexOf(Buffer.from('\x03env\x06memory\x02\x03', 'latin1'));
  if (at === -1) throw new Error('the kernel imports no shared memory');
  return at + 12;
}
