import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(import.meta.dirname, '../..');
const root = resolve(home, '../..');
/** What the script is made of, besides libraries that the lock file holds fast. */
const sources = 'packages/{engine,case,analysis,report,argue}/src/**/*.ts';

/** The tool that builds the script is not there. */
export class NotBuilt extends Error {}

/**
 * The script of a report: from beside this file where the package was built, else from the sources of the workspace, made once for
 * each state of them. The same sources give the same bytes.
 */
export async function reportScript(): Promise<string> {
  const packed = textAt(join(home, 'dist/script.js'));
  if (packed !== undefined) return packed;
  const kept = join(root, 'node_modules/.cache/demarche', `report-${sourceHash()}.js`);
  const known = textAt(kept);
  if (known !== undefined) return known;
  const { buildScript } = await builder();
  const script = await buildScript();
  keep(kept, script);
  return script;
}

async function builder(): Promise<typeof import('./build.ts')> {
  try {
    return await import('./build.ts');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new NotBuilt('the script of the report is built by rolldown, which is not installed');
  }
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of [...globSync(sources, { cwd: root }).sort(), 'package-lock.json'])
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 24);
}

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Where nothing can be kept it is made again the next time. */
function keep(file: string, text: string): void {
  try {
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
}
