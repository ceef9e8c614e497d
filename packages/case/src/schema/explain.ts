import type * as z from 'zod';
import { reservedWords } from '../expression/words.ts';
import type { Report } from '../report.ts';
import { nearest } from '../text/nearest.ts';
import { type Path, type Tree, treeAt } from '../yaml/tree.ts';
import { keysAt } from './keys.ts';

type Issue = z.core.$ZodIssue;

/** Reports what the schema found in the words of the format. */
export function explain(issue: Issue, tree: Tree, report: Report): void {
  const path = issue.path as Path;
  const last = path.at(-1);
  const here = treeAt(tree, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const near = nearest(key, keysAt(path));
        const allowed = keysAt(path);
        const hint = near
          ? `did you mean \`${near}\`?`
          : allowed.length > 0
            ? `the keys here are: ${allowed.join(', ')}`
            : undefined;
        report.add('unknown-key', [...path, key], `there is no key \`${key}\` here`, {
          key: true,
          hint,
          nearest: near,
        });
      }
      return;
    case 'invalid_key':
      reportId(String(last), path, report);
      return;
    case 'invalid_type':
    case 'invalid_union': {
      const expected =
        issue.code === 'invalid_union' ? issue.message : (typeNames[issue.expected] ?? issue.expected);
      if (!here || here.kind === 'empty') {
        const parent = path.slice(0, -1);
        const empty = here ? `\`${String(last)}\` is empty` : `\`${String(last)}\` is missing`;
        report.add('missing-key', here ? path : parent, `${empty}; expected ${expected}`, { key: true });
        return;
      }
      const hint = hintFor(here, expected);
      report.add('wrong-type', path, `expected ${expected}, found ${described(here)}`, { hint });
      return;
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = here?.kind === 'text' ? nearest(here.text, values) : undefined;
      report.add('wrong-value', path, `expected one of ${values.join(', ')}`, {
        nearest: near,
        hint: near ? `did you mean “${near}”?` : undefined,
      });
      return;
    }
    case 'invalid_format':
      report.add('wrong-value', path, `expected ${issue.message}`);
      return;
    case 'too_small':
      report.add('missing-key', path, 'expected some text', { key: true });
      return;
    default:
      report.add('wrong-value', path, issue.message);
      return;
  }
}

/** Why this cannot be an id. */
export function reportId(id: string, path: Path, report: Report): void {
  if (reservedWords.includes(id)) {
    report.add('reserved-id', path, `“${id}” is a word of the format and cannot be an id`, {
      key: true,
    });
    return;
  }
  report.add('bad-id', path, `“${id}” cannot be an id`, { key: true });
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
};

function described(tree: Tree): string {
  if (tree.kind === 'list') return 'a list';
  if (tree.kind === 'map') return 'a map';
  if (tree.kind === 'empty') return 'nothing';
  const short = tree.text.length > 30 ? `${tree.text.slice(0, 29)}…` : tree.text;
  return tree.bare ? `“${short}”` : `the quoted text “${short}”`;
}

function hintFor(tree: Tree, expected: string): string | undefined {
  if (tree.kind !== 'text') return undefined;
  if (expected === typeNames.boolean && /^(?:yes|no|on|off|y|n)$/i.test(tree.text)) {
    return `write \`${/^(?:yes|on|y)$/i.test(tree.text)}\``;
  }
  if (expected === typeNames.array) return `write [${tree.text}], or one item a line with “- ”`;
  if (!tree.bare && expected === typeNames.number) return 'write the number without quotation marks';
  return undefined;
}
