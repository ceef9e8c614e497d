import { reportFor } from '../report.ts';
import { parseTree } from '../yaml/parse.ts';
import type { Tree } from '../yaml/tree.ts';

/** The last text that was parsed: whoever edits has most often just read it. */
let last: { readonly text: string; readonly tree: Tree } | undefined;

/** The values of a case file with their places, whatever the names in it mean; undefined where the text is no YAML. */
export function fileTree(text: string): Tree | undefined {
  if (last?.text === text) return last.tree;
  const tree = parseTree(text, reportFor(text, ''));
  if (tree) last = { text, tree };
  return tree;
}

/** The same of a text that is known to be YAML. Throws where it is not. */
export function treeOf(text: string): Tree {
  const tree = fileTree(text);
  if (tree) return tree;
  const report = reportFor(text, '');
  parseTree(text, report);
  throw new Error(`the file cannot be edited: ${report.diagnostics()[0]?.message}`);
}

/** A text that was read and its tree, so that it is not parsed again. */
export function rememberTree(text: string, tree: Tree): void {
  last = { text, tree };
}
