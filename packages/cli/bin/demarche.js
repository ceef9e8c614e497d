#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `demarche needs Node 22.18 or newer; this is Node ${process.versions.node}.\n` +
      'In a clone of the repository run `npm ci` (with scripts allowed) and start it by `npx demarche`: the right Node comes along.\n' +
      'Elsewhere install a newer Node from https://nodejs.org.\n',
  );
  process.exitCode = 2;
} else if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  // Compiled code is kept in the system's temporary folder: the second start takes half the time of the first.
  nodeModule.enableCompileCache?.();
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
