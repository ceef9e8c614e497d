import { Document, isScalar, isSeq, type Node, visit } from 'yaml';

/** What an edit puts into a file. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/** Text that YAML 1.1 would take for something else is quoted, so that every reader of the file sees the same. */
const written = { version: '1.2', compat: 'yaml-1.1' } as const;
const onOneLine = { lineWidth: 0, flowCollectionPadding: false } as const;

/** As lines, beginning in the first column; a list of ids or numbers stays on one line. */
export function blockText(value: Value): string {
  // One value stands on the line of its key.
  if (typeof value !== 'object') return scalarText(value, false);
  const document = new Document(value, written);
  visit(document, {
    Seq(_, node) {
      if (node.items.every((item) => isScalar(item) && !/\s/.test(String(item.value)))) node.flow = true;
    },
  });
  // A list that is added to another one is written as its items.
  if (isSeq(document.contents)) document.contents.flow = false;
  return document.toString(onOneLine).replace(/\n$/, '');
}

/** On one line, as it stands inside braces or brackets. */
export function flowText(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, one]) => `${flowText(key)}: ${flowText(one)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return scalarText(value, true);
}

/** A value on one line; `flow`: what is special in braces and brackets is quoted too. */
function scalarText(value: string | number | boolean, flow: boolean): string {
  const document = new Document([value], written);
  const list = document.contents as unknown as { flow?: boolean; items: (Node & { type?: string })[] };
  list.flow = flow;
  if (typeof value === 'string' && /[\r\n]/.test(value)) list.items[0]!.type = 'QUOTE_DOUBLE';
  const text = document.toString(onOneLine).replace(/\n$/, '');
  return flow ? text.slice(1, -1) : text.slice(2);
}

/** Every line but the first moved right. */
export function indented(text: string, columns: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(columns)}`);
}
