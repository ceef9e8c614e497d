import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';

const home = resolve(import.meta.dirname, '..');
const root = resolve(home, '../..');
const dist = join(home, 'dist');
const lock = join(dist, 'building');

/** Builds the page where its sources are newer than what was built: one builder at a time, and the page is whole or the old one. */
export async function buildPage(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  while (!isFresh()) {
    if (!locked()) {
      await wait(100);
      continue;
    }
    try {
      const made = join(dist, 'page-in-making');
      await build({ root: home, logLevel: 'error', build: { outDir: made, emptyOutDir: true } });
      rmSync(join(dist, 'page'), { recursive: true, force: true });
      renameSync(made, join(dist, 'page'));
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

function isFresh(): boolean {
  const built = statSync(join(dist, 'page/index.html'), { throwIfNoEntry: false });
  if (!built) return false;
  const sources = globSync(
    [
      'packages/*/src/**/*.*',
      'cases/**/*.{yaml,txt}',
      'packages/workbench/*.*',
      'packages/*/package.json',
      'package-lock.json',
    ],
    { cwd: root },
  );
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= built.mtimeMs);
}

/** Whether this process may build; what a builder that was killed left behind is taken away. */
function locked(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (!isRunning(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch {
    return false;
  }
}
