import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');

/** The page as one HTML file that opens from the disk. In the repository it is built; a published package brings it. */
export async function singleFile(): Promise<string> {
  const builder = join(home, 'tools/single.ts');
  if (!existsSync(builder)) return readFileSync(join(home, 'dist/demarche.html'), 'utf8');
  const { singlePage } = (await import(builder)) as { readonly singlePage: () => Promise<string> };
  return singlePage();
}
