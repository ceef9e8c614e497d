import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');

/** The folder of the built page. In the repository it is built when its sources are newer; a published package brings it. */
export async function pageFolder(): Promise<string> {
  const builder = join(home, 'tools/build.ts');
  if (existsSync(builder)) {
    const { buildPage } = (await import(builder)) as { readonly buildPage: () => Promise<void> };
    await buildPage();
  }
  return join(home, 'dist/page');
}
