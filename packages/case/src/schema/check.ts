import type * as z from 'zod';
import type { Report } from '../report.ts';
import { type Tree, treeAt } from '../yaml/tree.ts';
import { explain } from './explain.ts';
import { type CaseFile, caseFile } from './file.ts';
import { Bare } from './value.ts';

type Issue = z.core.$ZodIssue;

/**
 * The structure of a case file. What is wrong is reported and taken out, and the rest read again, so that names and
 * contradictions of the sound part can be reported in the same run.
 */
export function checkStructure(tree: Tree, report: Report): CaseFile | undefined {
  const value = plainValue(tree, undefined);
  if (!isMap(value)) {
    report.add('wrong-type', [], 'a case file is a map of keys and values, beginning with `demarche: 1`');
    return undefined;
  }
  for (let round = 0; round < 60; round++) {
    const result = caseFile.safeParse(value, { jitless: true });
    if (result.success) return result.data;
    const issues = result.error.issues.flatMap((one) => narrowed(one));
    for (const issue of issues) explain(issue, tree, report);
    // From the back, so that the positions of what is still to go hold.
    const gone = new Set<string>();
    for (const issue of issues.reverse()) prune(issue, value, tree, gone);
    // What the rest cannot do without stands empty, so that the rest is still read.
    value.demarche ??= 1;
    value.title ??= '(no title)';
    value.actors ??= Object.create(null);
    value.readings ??= Object.create(null);
  }
  return undefined;
}

/** Keys whose values are named things: an empty value there is a thing without a name of its own, elsewhere it is no value. */
const naming = new Set(['facts', 'options', 'states']);

function plainValue(tree: Tree, under: string | undefined): unknown {
  if (tree.kind === 'text') return tree.bare ? new Bare(tree.text) : tree.text;
  if (tree.kind === 'empty') return undefined;
  if (tree.kind === 'list') return tree.items.map((item) => plainValue(item, undefined) ?? new Bare(''));
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of tree.entries) {
    const made = plainValue(value, key);
    if (made !== undefined) map[key] = made;
    else if (under !== undefined && naming.has(under)) map[key] = '';
  }
  return map;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Bare);
}

/** Of a union's branches, the one that was meant: the one whose shape fits. */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.filter(
    (branch) => !branch.some((one) => one.path.length === 0 && one.code === 'invalid_type'),
  );
  const branch = fitting.length === 1 ? fitting[0]! : undefined;
  if (!branch) return [issue];
  return branch.flatMap((one) => narrowed({ ...one, path: [...issue.path, ...one.path] } as Issue));
}

/** Takes out what an issue is about; where a required key is missing, the thing that lacks it. */
function prune(issue: Issue, value: Record<string, unknown>, tree: Tree, gone: Set<string>): void {
  const path = issue.path as (string | number)[];
  if (path.some((_, length) => gone.has(JSON.stringify(path.slice(0, length + 1))))) return;
  if (issue.code === 'unrecognized_keys') {
    const holder = path.reduce<unknown>(enter, value);
    for (const key of issue.keys) if (isMap(holder)) delete holder[key];
    return;
  }
  for (let length = path.length; length > 0; length--) {
    const step = path[length - 1]!;
    const holder = path.slice(0, length - 1).reduce<unknown>(enter, value);
    if (Array.isArray(holder) && typeof step === 'number' && step < holder.length) {
      holder.splice(step, 1);
      gone.add(JSON.stringify(path.slice(0, length)));
      // The tree loses the item too: later paths count without it.
      const list = treeAt(tree, path.slice(0, length - 1));
      if (list?.kind === 'list') (list.items as Tree[]).splice(step, 1);
      return;
    }
    if (isMap(holder) && Object.hasOwn(holder, step)) {
      delete holder[String(step)];
      gone.add(JSON.stringify(path.slice(0, length)));
      return;
    }
  }
}

function enter(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[step as number];
  return isMap(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined;
}
