import { readFileSync, statSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A file of the page; undefined where there is none, or where the path leads out of the folder. */
export function fileOf(
  folder: string,
  path: string,
): { readonly bytes: Buffer; readonly type: string } | undefined {
  let inside: string;
  try {
    inside = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (inside.includes('\0')) return undefined;
  const at = resolve(folder, `.${inside === '/' ? '/index.html' : inside}`);
  if (!at.startsWith(resolve(folder) + sep)) return undefined;
  const type = types[extname(at)];
  if (type === undefined || !statSync(at, { throwIfNoEntry: false })?.isFile()) return undefined;
  return { bytes: readFileSync(at), type };
}
