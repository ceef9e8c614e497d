import type { ChangeSet, ChangeSpec, Text } from '@codemirror/state';

const breaks = /\r\n?|\n/g;

/** The text as the editor counts it: every line break is one character. */
export function inEditor(text: string): string {
  return text.replace(breaks, '\n');
}

/**
 * The file's text after changes made in the editor. Only what was changed changes: line breaks elsewhere stay as they are, and
 * new ones are like the file's. `after` is the editor's text after them.
 */
export function inFile(text: string, changes: ChangeSet, after: Text): string {
  const newline = /\r?\n/.exec(text)?.[0] ?? (text.includes('\r') ? '\r' : '\n');
  let out = '';
  let last = 0;
  let editorAt = 0;
  let fileAt = 0;
  // Both offsets move on together, a CRLF being one step in the editor and two in the file.
  const advance = (to: number): number => {
    while (editorAt < to && fileAt < text.length) {
      fileAt += text.startsWith('\r\n', fileAt) ? 2 : 1;
      editorAt++;
    }
    return fileAt;
  };
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    out += text.slice(last, advance(fromA)) + inserted.sliceString(0, undefined, newline);
    last = advance(toA);
  }, true);
  out += text.slice(last);
  // A lone CR that comes to stand before an LF would become one break with it: such a file gets breaks of one kind.
  return inEditor(out) === after.toString() ? out : after.sliceString(0, undefined, newline);
}

/**
 * Changes that turn the editor's text into another one and leave as much as they can, so that cursor and scroll position
 * stay: whole lines at both ends are kept, and where as many lines are left, each changes on its own.
 */
export function changesTo(doc: Text, text: string): readonly ChangeSpec[] {
  const before = doc.toString();
  const after = inEditor(text);
  if (before === after) return [];
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  if (old.length !== now.length) {
    const from = head < old.length ? doc.line(head + 1).from : doc.length;
    return [within(before, after, from)];
  }
  const changes: ChangeSpec[] = [];
  for (let k = head; k < old.length - tail; k++) {
    if (old[k] === now[k]) continue;
    const { from } = doc.line(k + 1);
    const { from: start, to, insert } = within(old[k]!, now[k]!, 0);
    changes.push({ from: from + start, to: from + to, insert });
  }
  return changes;
}

function within(before: string, after: string, least: number): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = Math.min(least, shorter);
  while (from < shorter && before[from] === after[from]) from++;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
