import { child, type Diagnostic, entriesOf, type Path, type Tree } from '@demarche/case';

/** A diagnostic with the path of what it is about, so that it can be shown at its field. */
export type Problem = { readonly path: Path; readonly diagnostic: Diagnostic };

export function problemsOf(
  tree: Tree | undefined,
  text: string,
  diagnostics: readonly Diagnostic[],
): readonly Problem[] {
  if (diagnostics.length === 0) return [];
  const starts = lineStarts(text);
  return diagnostics.map((diagnostic) => ({
    diagnostic,
    path: tree ? pathAt(tree, offsetAt(text, starts, diagnostic.range.line, diagnostic.range.column)) : [],
  }));
}

/** Where lines start, as the case package counts them: after LF, CRLF or a lone CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The UTF-16 offset of a line and a column in code points, both from 1. */
export function offsetAt(text: string, starts: readonly number[], line: number, column: number): number {
  let at = starts[line - 1] ?? text.length;
  for (let k = 1; k < column && at < text.length; k++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

/** The path of the innermost value or key that an offset lies in. */
export function pathAt(tree: Tree, offset: number): Path {
  const path: (string | number)[] = [];
  let here: Tree | undefined = tree;
  while (here) {
    const step = stepAt(here, offset);
    if (step === undefined) break;
    path.push(step);
    here = child(here, step);
  }
  return path;
}

function stepAt(tree: Tree, offset: number): string | number | undefined {
  if (tree.kind === 'list') {
    const at = tree.items.findLastIndex(({ span }) => span.start <= offset && offset <= span.end);
    return at < 0 ? undefined : at;
  }
  return entriesOf(tree).findLast(
    ({ keySpan, value }) => keySpan.start <= offset && offset <= Math.max(keySpan.end, value.span.end),
  )?.key;
}
