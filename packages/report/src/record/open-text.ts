import { originOf } from '@demarche/analysis';
import {
  type Case,
  type Edit,
  editCase,
  fileTree,
  readCase,
  type Statement,
  type Tree,
  treeAt,
  type Value,
  withoutComments,
} from '@demarche/case';
import { redactCase } from '../words/redact.ts';

/** How much of a case a file does not say. */
export type Withheld = { readonly statements: number; readonly sources: number };

/** A case file as it may be given away. */
export type OpenText = {
  readonly text: string;
  /** Set where something was taken out of it. */
  readonly withheld?: Withheld;
};

/**
 * The file of a case without what is withheld: byte for byte the file itself where nothing is. Of a withheld statement or source
 * the id and codes are left, proposals of them go, and comments, since nobody can say of what they tell. Evidence that counted once by its speaker
 * keeps counting once, so that every number stays. Undefined where the file does not read without them (an alias of a withheld
 * value).
 */
export function openText(text: string, found: Case): OpenText | undefined {
  const sources = found.sources.filter(({ withhold }) => withhold);
  const isHidden = (one: Statement) => one.withhold || sources.some(({ id }) => id === one.in);
  const statements = found.statements.filter(isHidden);
  const proposals = found.proposals.filter(isHidden);
  if (statements.length + sources.length + proposals.length === 0) return { text };
  const tree = fileTree(text);
  if (!tree) return undefined;
  const hidden = new Set(statements.map(({ id }) => id));
  const edits = [
    ...groupEdits(found, hidden),
    ...sources.map(({ id }) =>
      bareEdit(tree, ['sources', id], { title: `Source ${id}, withheld` }, ['reliability']),
    ),
    ...statements.map(({ id }) =>
      bareEdit(tree, ['statements', id], { by: 'a withheld voice' }, [
        'in',
        'about',
        'disputes',
        'credibility',
      ]),
    ),
    ...proposals.map(({ id }): Edit => ({ kind: 'remove', path: ['statements', id] })),
    ...decisionEdits(found, hidden),
    ...voiceEdits(found),
  ];
  const withheld = { statements: statements.length, sources: sources.length };
  const open = `# ${withheldWords(withheld)}\n${withoutComments(editCase(text, edits))}`;
  const read = readCase(open).case;
  return read && said(read) === said(found) ? { text: open, withheld } : undefined;
}

/** All that a report may show of a case, but for how its evidence is put into groups. */
function said(found: Case): string {
  const { statements, evidence, ...rest } = redactCase(found);
  return JSON.stringify({
    ...rest,
    file: undefined,
    sha256: undefined,
    statements: statements.map((one) => ({ ...one, anchor: undefined })),
    evidence: evidence.map((one) => ({ ...one, group: undefined })),
  });
}

/** Says in the file what the file does not say. */
function withheldWords({ statements, sources }: Withheld): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const what = [
    ...(statements > 0 ? [count(statements, 'statement')] : []),
    ...(sources > 0 ? [count(sources, 'source')] : []),
  ];
  return `From a report: what ${what.join(' and ')} would say is withheld and stands not in this file, nor do the comments of the original.`;
}

/** A map with some of its keys as they are, what is new, and that it is withheld. */
function bareEdit(
  tree: Tree,
  path: readonly [string, string],
  own: Readonly<Record<string, string>>,
  keys: readonly string[],
): Edit {
  const kept = keys.flatMap((key) => {
    const value = treeAt(tree, [...path, key]);
    return value && value.kind !== 'empty' ? [[key, plain(value)] as const] : [];
  });
  return { kind: 'set', path, value: { ...Object.fromEntries(kept), ...own, withhold: true } };
}

function plain(tree: Tree): Value {
  if (tree.kind === 'list') return tree.items.map(plain);
  if (tree.kind === 'map')
    return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
  if (tree.kind === 'empty') return '';
  const number = Number(tree.text);
  return tree.bare && tree.text !== '' && String(number) === tree.text ? number : tree.text;
}

/** What was proposed of withheld statements and sources, and decided; from the end, so that places stay. */
function decisionEdits({ decided, sources }: Case, hidden: ReadonlySet<string>): readonly Edit[] {
  return decided
    .flatMap((one, k): Edit[] =>
      hidden.has(one.statement) || sources.some(({ id, withhold }) => withhold && id === one.in)
        ? [{ kind: 'remove', path: ['decided', k] }]
        : [],
    )
    .reverse();
}

/** Readings are held by voices that a withheld statement alone names: they are not named here either. */
function voiceEdits(found: Case): readonly Edit[] {
  const redacted = redactCase(found);
  return found.readings.flatMap((readings, i) =>
    readings.flatMap((reading, k): readonly Edit[] => {
      const { heldBy } = redacted.readings[i]![k]!;
      if (heldBy.join('\n') === reading.heldBy.join('\n')) return [];
      return [{ kind: 'set', path: ['readings', found.actors[i]!.id, reading.id, 'held-by'], value: heldBy }];
    }),
  );
}

/** Items that counted once because one voice said them are put into a group; notes on withheld ones go. */
function groupEdits(found: Case, hidden: ReadonlySet<string>): readonly Edit[] {
  const isHidden = (item: Case['evidence'][number]) =>
    item.source.kind === 'statement' && hidden.has(item.source.statement);
  const keys = found.evidence.map((item, k) => originOf(found, item, k).key);
  const grouped = [
    ...new Set(
      found.evidence.flatMap((item, k) =>
        isHidden(item) && keys[k]!.startsWith('speaker ') ? [keys[k]!] : [],
      ),
    ),
  ];
  const taken = new Set(found.evidence.map(({ group }) => group));
  const names = grouped.map((_, k) => {
    let name = `withheld-${k + 1}`;
    while (taken.has(name)) name += '-';
    return name;
  });
  return found.evidence.flatMap((item, k): readonly Edit[] => {
    const group = grouped.indexOf(keys[k]!);
    return [
      ...(group >= 0 ? [{ kind: 'set' as const, path: ['evidence', k, 'group'], value: names[group]! }] : []),
      ...(isHidden(item) ? [{ kind: 'remove' as const, path: ['evidence', k, 'note'] }] : []),
    ];
  });
}
