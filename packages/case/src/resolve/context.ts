import type { Report } from '../report.ts';
import type { CaseFile } from '../schema/file.ts';
import { entriesOf, type Path, type Tree, treeAt } from '../yaml/tree.ts';
import type { Names } from './names.ts';

/** What every part of the resolving stage reads and where it reports. */
export type Context = {
  readonly file: CaseFile;
  readonly tree: Tree;
  readonly report: Report;
  readonly names: Names;
};

/** The sound entries of a record in the order of the file (a plain object would put ids that look like numbers first). */
export function inFileOrder<Value>(
  context: Context,
  path: Path,
  record: Readonly<Record<string, Value>> | undefined,
): [string, Value][] {
  if (!record) return [];
  return entriesOf(treeAt(context.tree, path))
    .filter(({ key }) => Object.hasOwn(record, key))
    .map(({ key }) => [key, record[key]!]);
}

/** A record without a prototype, so that no id is mistaken for a method. */
export function recordOf<Value>(
  entries: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

export function listed(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
