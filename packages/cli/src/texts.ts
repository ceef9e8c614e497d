import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { type Case, limits } from '@demarche/case';

/** Texts of sources that lie in the case's own folder, by source id: the only ones that a file may quote. */
export function ownTexts(found: Case, file: string): Readonly<Record<string, string>> {
  const folder = realpathSync(dirname(resolve(file)));
  const texts: Record<string, string> = Object.create(null);
  for (const { id, text: inside } of found.sources) {
    if (inside === undefined) continue;
    // A case may come from a stranger: links are followed before it is asked where they lead.
    const at = realPath(resolve(folder, inside));
    const text = at?.startsWith(folder + sep) ? textAt(at) : undefined;
    if (text !== undefined) texts[id] = text;
  }
  return texts;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

export function textAt(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > limits.sourceSize) return undefined;
  return readFileSync(path, 'utf8');
}
