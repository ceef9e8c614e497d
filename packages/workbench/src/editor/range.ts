import type { Text } from '@codemirror/state';
import type { Diagnostic } from '@demarche/case';

/** Where a range of lines and columns (code points) is in an editor, which counts UTF-16 units; at least one unit where there is one. */
export function rangeIn(
  doc: Text,
  range: Diagnostic['range'],
): { readonly from: number; readonly to: number } {
  const from = offsetIn(doc, range.line, range.column);
  const to = offsetIn(doc, range.endLine, range.endColumn);
  const line = doc.lineAt(from);
  const least = from < line.to ? from + 1 : from;
  return from >= line.to && to <= from && line.from < line.to
    ? { from: line.to - 1, to: line.to }
    : { from, to: Math.max(to, least) };
}

function offsetIn(doc: Text, line: number, column: number): number {
  const { from, text } = doc.line(Math.max(1, Math.min(line, doc.lines)));
  let at = 0;
  for (let k = 1; k < column && at < text.length; k++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return from + at;
}
