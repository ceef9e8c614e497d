import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run test:deep [file …]`: the tests, with ten times and more the random conflicts. */
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--testTimeout=3600000', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, DEMARCHE_DEEP: '1' } },
);
process.exitCode = status ?? 1;
