import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, parseDocument } from 'yaml';
import { limits } from '../limits.ts';
import type { Report } from '../report.ts';
import type { Span } from '../text/lines.ts';
import type { Entry, Tree } from './tree.ts';

/** Options that keep every scalar a string and leave duplicate keys to us (the library compares each key with each other). */
export const yamlOptions = {
  schema: 'failsafe',
  uniqueKeys: false,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/** The document as a tree of characters, or undefined where it is no YAML or beyond a limit. */
export function parseTree(text: string, report: Report): Tree | undefined {
  if (tooDeep(text)) {
    report.at(
      { start: 0, end: 0 },
      'limit',
      `lists and maps may be nested ${limits.depth} deep (limit depth)`,
    );
    return undefined;
  }
  try {
    const document = parseDocument(text, yamlOptions);
    for (const error of [...document.errors, ...document.warnings]) {
      const span = { start: error.pos[0], end: error.pos[1] };
      // The library composes by recursion and reports a full stack as a mistake of the text.
      if (error.code === 'RESOURCE_EXHAUSTION' || /call stack/.test(error.message)) refuseDepth(report, span);
      else report.at(span, 'yaml-syntax', plain(error.message));
    }
    return document.errors.length === 0 ? convert(document, report) : undefined;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuseDepth(report, { start: 0, end: 0 });
    return undefined;
  }
}

function refuseDepth(report: Report, span: Span): void {
  report.at(span, 'limit', `lists and maps may be nested ${limits.depth} deep (limit depth)`);
}

/** A bound on nesting before anything recurses: exact for braces and brackets, by line for `- - -`. */
function tooDeep(text: string): boolean {
  if (/(?:[-?:][ \t]+){65}/.test(text)) return true;
  let most = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91 || unit === 123) most = Math.max(most, ++open);
    else if (unit === 93 || unit === 125) open = Math.max(0, open - 1);
  }
  if (most <= limits.depth) return false;
  // Brackets in prose look alike, so only the lexer knows.
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > limits.depth) return true;
  }
  return false;
}

function convert(document: Document, report: Report): Tree {
  const anchors = new Map<string, unknown>();
  let values = 0;
  let refused = false;
  const refuse = (span: Span, message: string): Tree => {
    if (!refused) report.at(span, 'limit', message);
    refused = true;
    return { kind: 'empty', span };
  };
  const walk = (node: unknown, depth: number, near: Span): Tree => {
    const span = spanOf(node) ?? near;
    if (refused) return { kind: 'empty', span };
    if (++values > limits.values) {
      return refuse(
        span,
        `a file may hold ${limits.values} values, with every alias written out (limit values)`,
      );
    }
    if (depth > limits.depth)
      return refuse(span, `lists and maps may be nested ${limits.depth} deep (limit depth)`);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      // What an alias stands for is shown where the alias is.
      return target
        ? { ...moved(walk(target, depth + 1, span), span), alias: true }
        : { kind: 'empty', span };
    }
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined) anchors.set(anchor, node);
    if (isMap(node)) {
      const flow = node.flow === true;
      const entries: Entry[] = [];
      const known = new Set<string>();
      for (const pair of node.items) {
        const keySpan = spanOf(pair.key) ?? span;
        if (!isScalar(pair.key)) {
          report.at(keySpan, 'yaml-syntax', 'a key must be plain text');
          continue;
        }
        const key = String(pair.key.value ?? '');
        const last = entries.at(-1);
        if (pair.value === null && flow && pair.key.type === 'PLAIN' && last?.value.kind === 'text') {
          report.at(
            keySpan,
            'comma-in-braces',
            `the comma before “${key}” ended the value of \`${last.key}\``,
          );
          entries[entries.length - 1] = {
            ...last,
            value: joined([last.value, { kind: 'text', text: key, bare: true, span: keySpan }]),
          };
          continue;
        }
        if (known.has(key)) {
          report.at(keySpan, 'duplicate-key', `\`${key}\` stands here a second time`);
          continue;
        }
        known.add(key);
        entries.push({
          key,
          keySpan,
          value: walk(pair.value, depth + 1, { start: keySpan.end, end: keySpan.end }),
        });
      }
      return { kind: 'map', entries, flow, span };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => walk(item, depth + 1, span));
      return {
        kind: 'list',
        items: node.flow ? mended(items, report) : items,
        flow: node.flow === true,
        span,
      };
    }
    if (!isScalar(node)) return { kind: 'empty', span };
    const value = String(node.value ?? '');
    if (value.length > limits.valueSize) {
      return refuse(
        span,
        `one value may have ${limits.valueSize} characters, this one has ${value.length} (limit valueSize)`,
      );
    }
    const bare = node.type === 'PLAIN';
    return bare && value === '' ? { kind: 'empty', span } : { kind: 'text', text: value, bare, span };
  };
  return walk(document.contents, 0, { start: 0, end: 0 });
}

/** `[at least 2 of (a, b), x]`: YAML cuts at every comma, also inside parentheses. Reported, and read as it was meant. */
function mended(items: readonly Tree[], report: Report): Tree[] {
  const whole: Tree[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    let to = at;
    let open = unclosed(item);
    while (open > 0 && to + 1 < items.length) open += unclosed(items[++to]!);
    if (to === at || open !== 0) {
      whole.push(item);
      continue;
    }
    const parts = items.slice(at, to + 1) as (Tree & { kind: 'text' })[];
    const one = joined(parts);
    report.at(one.span, 'list-cut', `YAML cut “${one.text}” at the comma inside its parentheses`);
    whole.push(one);
    at = to;
  }
  return whole;
}

function unclosed(tree: Tree): number {
  if (tree.kind !== 'text' || !tree.bare) return 0;
  let open = 0;
  for (const letter of tree.text) open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
  return open;
}

function joined(parts: readonly (Tree & { kind: 'text' })[]): Tree & { kind: 'text' } {
  const span = { start: parts[0]!.span.start, end: parts.at(-1)!.span.end };
  return { kind: 'text', text: parts.map((part) => part.text).join(', '), bare: true, span };
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range ? { start: range[0]!, end: range[1]! } : undefined;
}

function moved(tree: Tree, span: Span): Tree {
  if (tree.kind === 'list') return { ...tree, span, items: tree.items.map((item) => moved(item, span)) };
  if (tree.kind !== 'map') return { ...tree, span };
  return {
    ...tree,
    span,
    entries: tree.entries.map((e) => ({ key: e.key, keySpan: span, value: moved(e.value, span) })),
  };
}

function plain(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/:$/, '');
}
