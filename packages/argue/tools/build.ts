/** `node tools/build.ts FILE`: builds the script of the report into a file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildScript } from '../src/bundle/build.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('name the file to write');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await buildScript());
