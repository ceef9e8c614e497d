import type { Span } from '../text/lines.ts';
import { child, type Entry, type Path, type Tree, treeAt } from '../yaml/tree.ts';
import { moving } from './move.ts';
import { plainOf } from './plain.ts';
import { treeOf } from './tree.ts';
import { blockText, flowText, indented, type Value } from './write.ts';

export type { Value } from './write.ts';

/** A change to a case file. What is not at the path stays as it is, byte for byte. */
export type Edit =
  /** Gives the value at a path; maps that are missing on the way there are made. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Value }
  /** Adds an item at the end of the list at a path. */
  | { readonly kind: 'add'; readonly path: Path; readonly value: Value }
  /** Adds keys at the end of the map at a path, all at once; a key that is there already is no key to add. */
  | { readonly kind: 'extend'; readonly path: Path; readonly value: { readonly [key: string]: Value } }
  | { readonly kind: 'remove'; readonly path: Path }
  /** Gives an item of the list at a path another position, with the comment lines right above it. */
  | { readonly kind: 'move'; readonly path: Path; readonly from: number; readonly to: number };

/** A statement at the end of the case's statements. */
export function appendStatement(id: string, statement: { readonly [key: string]: Value }): Edit {
  return { kind: 'set', path: ['statements', id], value: statement };
}

/**
 * Edits a case file as a person would: comments, order, quoting and blank lines of everything else stay. Throws where the text
 * is no YAML or an edit goes through something that is no list or map: the caller has read the file before.
 */
export function editCase(text: string, edits: readonly Edit[]): string {
  let edited = text;
  for (const edit of edits) edited = apply(edited, edit);
  return edited;
}

type Splice = Span & { readonly text: string };

function apply(text: string, edit: Edit): string {
  const tree = treeOf(text);
  const alias = aliasOn(tree, edit.path);
  // What an alias stands for belongs to another place too: it is written out here before anything in it changes.
  if (alias && !(edit.kind === 'remove' && alias.path.length === edit.path.length))
    return apply(joined(text, replacing(text, tree, alias.path, alias.as, alias.value)), edit);
  return joined(text, spliceOf(text, tree, edit));
}

function joined(text: string, splice: Splice | undefined): string {
  if (!splice) return text;
  const made = text.includes('\r\n') ? splice.text.replace(/\r?\n/g, '\r\n') : splice.text;
  return text.slice(0, splice.start) + made + text.slice(splice.end);
}

/** The outermost alias on the way to a path, as the one word that it is, with what it stands for. */
function aliasOn(tree: Tree, path: Path) {
  for (let length = 1; length <= path.length; length++) {
    const here = treeAt(tree, path.slice(0, length));
    if (!here?.alias) continue;
    const as: Tree = { kind: 'text', text: '', bare: true, span: here.span };
    return { path: path.slice(0, length), as, value: plainOf(here) };
  }
  return undefined;
}

function spliceOf(text: string, tree: Tree, edit: Edit): Splice | undefined {
  switch (edit.kind) {
    case 'set':
      return setting(text, tree, edit.path, edit.value);
    case 'add':
      return adding(text, tree, edit.path, edit.value);
    case 'extend':
      return extending(text, tree, edit.path, edit.value);
    case 'remove':
      return removing(text, tree, edit.path);
    case 'move': {
      const here = treeAt(tree, edit.path);
      if (here?.kind !== 'list') throw new Error(`there is no list at ${edit.path.join('.')}`);
      return moving(text, here, edit.from, edit.to, (item) => endOf(text, item));
    }
  }
}

function setting(text: string, tree: Tree, path: Path, value: Value): Splice {
  if (path.length === 0) throw new Error('the whole file is no place for an edit');
  const here = treeAt(tree, path);
  if (here && here.kind !== 'empty') return replacing(text, tree, path, here, value);
  const parentPath = path.slice(0, -1);
  const parent = treeAt(tree, parentPath);
  const key = String(path.at(-1));
  if (here && parent?.kind === 'map') return filling(text, parent, entryOf(parent, key), value);
  if (!parent || parent.kind === 'empty') return setting(text, tree, parentPath, { [key]: value });
  if (parent.kind !== 'map') throw new Error(`there is no key to set at ${path.join('.')}`);
  return appending(text, tree, parentPath, parent, { [key]: value });
}

function adding(text: string, tree: Tree, path: Path, value: Value): Splice {
  const here = treeAt(tree, path);
  if (!here || here.kind === 'empty') return setting(text, tree, path, [value]);
  if (here.kind !== 'list') throw new Error(`there is no list at ${path.join('.')}`);
  return appending(text, tree, path, here, [value]);
}

function extending(
  text: string,
  tree: Tree,
  path: Path,
  value: { readonly [key: string]: Value },
): Splice | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  const here = treeAt(tree, path);
  if (!here || here.kind === 'empty') return setting(text, tree, path, value);
  if (here.kind !== 'map') throw new Error(`there is no map at ${path.join('.')}`);
  const taken = keys.find((key) => child(here, key) !== undefined);
  if (taken !== undefined) throw new Error(`${[...path, taken].join('.')} is there already`);
  return appending(text, tree, path, here, value);
}

/** A value in the place of another one. */
function replacing(text: string, tree: Tree, path: Path, here: Tree, value: Value): Splice {
  const parent = treeAt(tree, path.slice(0, -1))!;
  const ending = text.slice(here.span.start, here.span.end).endsWith('\n') ? '\n' : '';
  if (inFlow(tree, path)) return { ...here.span, text: flowText(value) + ending };
  const isBlock = (here.kind === 'map' || here.kind === 'list') && !here.flow;
  const made = blockText(value);
  const nested = typeof value === 'object' && !/^[[{]/.test(made);
  if (isBlock && parent.kind === 'map' && (!nested || Array.isArray(value) !== (here.kind === 'list'))) {
    const entry = entryOf(parent, String(path.at(-1)));
    const colon = text.indexOf(':', entry.keySpan.end) + 1;
    const column = columnAt(text, entry.keySpan.start) + 2;
    if (nested) {
      const start = lineStart(text, here.span.start);
      return { start, end: here.span.end, text: ' '.repeat(column) + indented(made, column) + ending };
    }
    // Onto the key's line, before a comment there.
    const rest = text.slice(colon, lineEnd(text, colon)).trimEnd();
    return { start: colon, end: here.span.end, text: ` ${indented(made, column)}${rest}${ending}` };
  }
  if (isBlock) return { ...here.span, text: indented(made, columnAt(text, here.span.start)) + ending };
  if (!nested) return { ...here.span, text: indented(made, columnAt(text, startOf(parent))) + ending };
  if (parent.kind === 'list')
    return { ...here.span, text: indented(made, columnAt(text, here.span.start)) + ending };
  return filling(text, parent as Tree & { kind: 'map' }, entryOf(parent, String(path.at(-1))), value);
}

/** A value for a key, over whatever stands after its colon on that line. */
function filling(text: string, parent: Tree & { kind: 'map' }, entry: Entry, value: Value): Splice {
  const start = text.indexOf(':', entry.keySpan.end) + 1;
  const end = Math.max(start, entry.value.kind === 'empty' ? start : entry.value.span.end);
  if (parent.flow) return { start, end, text: ` ${flowText(value)}` };
  const made = blockText(value);
  if (typeof value !== 'object' || /^[[{]/.test(made)) return { start, end, text: ` ${made}` };
  const column = columnAt(text, entry.keySpan.start) + 2;
  // The block goes below the key's line, so that a comment behind the key stays with it.
  const below = lineEnd(text, end);
  return {
    start,
    end: below,
    text: `${text.slice(end, below)}${brokenLine(text, below)}${' '.repeat(column)}${indented(made, column)}\n`,
  };
}

/** One more item or key at the end of a list or map. */
function appending(
  text: string,
  tree: Tree,
  path: Path,
  here: Tree & { kind: 'list' | 'map' },
  more: Value,
): Splice {
  const last = here.kind === 'list' ? here.items.at(-1) : here.entries.at(-1)?.value;
  if (here.flow) {
    if (!last && !inFlow(tree, path)) return replacing(text, tree, path, { ...here, flow: true }, more);
    const close = here.span.end - 1;
    const inner = text.slice(here.span.start + 1, close);
    const comma = last && !/,\s*$/.test(inner) ? ', ' : last ? ' ' : '';
    const space = /\s+$/.exec(inner)?.[0] ?? '';
    const at = close - (last ? space.length : 0);
    return {
      start: at,
      end: at,
      text:
        comma +
        flowText(more)
          .slice(1, -1)
          .replace(/^ +| +$/g, ''),
    };
  }
  const column = columnAt(text, startOf(here));
  const at = lineEnd(text, endOf(text, here));
  return {
    start: at,
    end: at,
    text: `${brokenLine(text, at)}${' '.repeat(column)}${indented(blockText(more), column)}\n`,
  };
}

function removing(text: string, tree: Tree, path: Path): Splice | undefined {
  const parentPath = path.slice(0, -1);
  const parent = treeAt(tree, parentPath);
  const step = path.at(-1);
  if (step === undefined || !parent || child(parent, step) === undefined) return undefined;
  if (parent.kind !== 'list' && parent.kind !== 'map') return undefined;
  const spans: Span[] =
    parent.kind === 'list'
      ? parent.items.map((item) => ({ start: item.span.start, end: endOf(text, item) }))
      : parent.entries.map((entry) => ({ start: entry.keySpan.start, end: endOfEntry(text, entry) }));
  const k =
    parent.kind === 'list'
      ? (step as number)
      : parent.entries.findIndex((entry) => entry.key === String(step));
  const own = spans[k]!;
  if (spans.length === 1)
    return { ...parent.span, text: (parent.kind === 'list' ? '[]' : '{}') + trailing(text, parent.span) };
  if (parent.flow) {
    const [start, end] = k === 0 ? [own.start, spans[1]!.start] : [spans[k - 1]!.end, own.end];
    return { start, end, text: '' };
  }
  const begin = lineStart(text, own.start);
  const lead = text.slice(begin, own.start);
  const whole = parent.kind === 'list' ? /^\s*-\s*$/.test(lead) : /^\s*$/.test(lead);
  if (whole) return { start: begin, end: lineEnd(text, own.end), text: '' };
  // The first key or item shares its line with what it belongs to: the next one takes its place there.
  const next = spans[k + 1]!.start;
  const dash = parent.kind === 'list' ? text.lastIndexOf('-', own.start) : own.start;
  return { start: dash, end: parent.kind === 'list' ? text.lastIndexOf('-', next) : next, text: '' };
}

function entryOf(parent: Tree, key: string): Entry {
  const entry = parent.kind === 'map' ? parent.entries.find((one) => one.key === key) : undefined;
  if (!entry) throw new Error(`no key ${key}`);
  return entry;
}

/** Whether the value at a path stands inside braces or brackets. */
function inFlow(tree: Tree, path: Path): boolean {
  return path.some((_, length) => {
    const above = treeAt(tree, path.slice(0, length));
    return (above?.kind === 'list' || above?.kind === 'map') && above.flow;
  });
}

function startOf(tree: Tree): number {
  return tree.kind === 'map' && !tree.flow
    ? (tree.entries[0]?.keySpan.start ?? tree.span.start)
    : tree.span.start;
}

function endOf(text: string, tree: Tree): number {
  if (tree.kind === 'list' && !tree.flow && tree.items.length > 0) return endOf(text, tree.items.at(-1)!);
  if (tree.kind === 'map' && !tree.flow && tree.entries.length > 0)
    return endOfEntry(text, tree.entries.at(-1)!);
  return tree.span.end;
}

function endOfEntry(text: string, entry: Entry): number {
  return entry.value.kind === 'empty' ? text.indexOf(':', entry.keySpan.end) + 1 : endOf(text, entry.value);
}

function trailing(text: string, span: Span): string {
  return /\n$/.test(text.slice(span.start, span.end)) ? '\n' : '';
}

function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset after the line that an end offset closes. */
function lineEnd(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at + 1;
}

/** A line break where the file's last line has none. */
function brokenLine(text: string, at: number): string {
  return at > 0 && text[at - 1] !== '\n' ? '\n' : '';
}
