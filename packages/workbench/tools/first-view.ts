import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};

/** Compressed bytes of what the answers need: the document, the entry and the answers' screen with all they import, and the worker. */
export function firstViewBytes(page: string): number {
  const chunks = JSON.parse(readFileSync(join(page, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set(['index.html']);
  const add = (name: string): void => {
    const chunk = chunks[name]!;
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const one of chunk.imports ?? []) add(one);
  };
  for (const [name, { isEntry }] of Object.entries(chunks))
    if (isEntry || name.endsWith('answers/Answers.tsx')) add(name);
  // Of the workers the one that answers is the largest but for the reader's.
  const workers = globSync('assets/worker-*.js', { cwd: page });
  const bytes = (file: string) => gzipSync(readFileSync(join(page, file))).length;
  const worker = Math.max(...workers.map(bytes));
  return [...files].reduce((sum, file) => sum + bytes(file), worker);
}
