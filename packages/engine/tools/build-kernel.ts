/// <reference types="node" />
/** `npm run kernel`: builds the kernels and writes their bytes where the engine finds them. */
import { writeFileSync } from 'node:fs';
import { builtKernel, kernels } from './kernel.ts';

for (const kernel of Object.values(kernels)) writeFileSync(kernel.bytesFile, await builtKernel(kernel));
