/// <reference types="node" />
/** `npm run kernel`: builds the kernel of the dense back end and writes its bytes where the engine finds them. */
import { writeFileSync } from 'node:fs';
import { builtKernel, bytesFile } from './kernel.ts';

writeFileSync(bytesFile, await builtKernel());
