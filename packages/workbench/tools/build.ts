import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const home = resolve(import.meta.dirname, '..');
const root = resolve(home, '../..');

/** Builds the page where its sources are newer than what was built. */
export async function buildPage(): Promise<void> {
  const built = join(home, 'dist/page/index.html');
  const sources = globSync(['packages/*/src/**/*.*', 'cases/*/case.yaml', 'packages/workbench/*.*'], {
    cwd: root,
  });
  const newest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  await build({ root: home, logLevel: 'error' });
}
