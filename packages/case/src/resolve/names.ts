import type { Report } from '../report.ts';
import { nearest, onlyEnding } from '../text/nearest.ts';
import { child, entriesOf, type Path, type Tree, treeAt } from '../yaml/tree.ts';

/**
 * What the file declares, read off the tree itself, so that a thing with a mistake in it is still known to the rest of the file.
 */
export type Names = {
  /** Actor id → position. */
  readonly actors: ReadonlyMap<string, number>;
  /** Option id → position: actors in file order, options in file order, joint options last. */
  readonly options: ReadonlyMap<string, number>;
  readonly facts: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  /** Everything an expression can name. */
  readonly atoms: ReadonlySet<string>;
  /** Statements that count, and those that are only proposed. */
  readonly statements: ReadonlySet<string>;
  readonly proposed: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** Actor id → its readings. */
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>;
};

export function declaredNames(tree: Tree, report: Report): Names {
  const keys = (...path: string[]) => entriesOf(treeAt(tree, path)).map(({ key }) => key);
  const actors = new Map(keys('actors').map((id, k) => [id, k]));
  const options: string[] = [];
  for (const { key, value } of entriesOf(child(tree, 'actors'))) {
    for (const option of entriesOf(child(value, 'options'))) options.push(`${key}.${option.key}`);
  }
  options.push(...keys('joint'));
  const taken = new Map<string, string>();
  for (const section of ['states', 'facts', 'joint', 'terms']) {
    for (const id of keys(section)) {
      const other = taken.get(id);
      if (other)
        report.add('id-taken', [section, id], `“${id}” is already the id of something in \`${other}\``, {
          key: true,
        });
      else taken.set(id, section);
    }
  }
  const readings = new Map(
    entriesOf(child(tree, 'readings')).map(({ key, value }) => [
      key,
      new Set(entriesOf(value).map((one) => one.key)),
    ]),
  );
  const proposed = new Set(
    entriesOf(child(tree, 'statements')).flatMap(({ key, value }) => (child(value, 'proposed') ? [key] : [])),
  );
  const states = new Set(keys('states'));
  const facts = new Set(keys('facts'));
  const terms = new Set(keys('terms'));
  return {
    actors,
    options: new Map(options.map((id, k) => [id, k])),
    facts,
    terms,
    states,
    atoms: new Set([...options, ...states, ...facts, ...terms]),
    statements: new Set(keys('statements').filter((id) => !proposed.has(id))),
    proposed,
    sources: new Set(keys('sources')),
    readings,
  };
}

/** Whether a statement counts; one that is only proposed is reported as such. */
export function knownStatement(id: string, names: Names, path: Path, report: Report): boolean {
  if (!names.proposed.has(id)) return known('statement', id, names.statements, path, report);
  report.add('proposed-statement', path, `the statement “${id}” is only proposed: nothing rests on it yet`);
  return false;
}

type Kind = 'actor' | 'option' | 'reading' | 'statement' | 'source';

/** Whether an id is one of the known; an unknown one is reported with the nearest. */
export function known(
  kind: Kind,
  id: string,
  candidates: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  path: Path,
  report: Report,
  key = false,
): boolean {
  if (candidates.has(id)) return true;
  const names = [...candidates.keys()];
  const near = nearest(id, names) ?? onlyEnding(id, names);
  const few =
    names.length > 0 && names.length <= 8
      ? `there ${names.length === 1 ? 'is' : 'are'}: ${names.join(', ')}`
      : undefined;
  const hint = near
    ? `did you mean “${near}”?`
    : (few ?? (names.length === 0 ? `the case declares no ${kind} here` : undefined));
  report.add(`unknown-${kind}`, path, `there is no ${kind} “${id}”`, { hint, nearest: near, key });
  return false;
}
