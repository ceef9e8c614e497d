import { limits } from '../../limits.ts';
import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';

/** A JSON text in which every value knows where it stands. */
export type Json =
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[]; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Json[]; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'number'; readonly number: number; readonly span: Span }
  | { readonly kind: 'flag'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span };

export type JsonEntry = { readonly key: string; readonly keySpan: Span; readonly value: Json };

class Broken extends Error {}

const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside a text
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const word = /true|false|null/y;

/**
 * Parses JSON (RFC 8259), bounded in depth and number of values. Undefined where it is none, or beyond a limit: that is reported,
 * once, because what follows a broken place means nothing.
 */
export function parseJson(text: string, report: Report): Json | undefined {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let values = 0;

  const fail = (expected: string): never => {
    const length = /^\w+/.exec(text.slice(at, at + 40))?.[0].length ?? 1;
    const found = at < text.length ? `“${text.slice(at, at + length)}” stands` : 'the file ends';
    report.at(
      { start: at, end: Math.min(text.length, at + length) },
      'import-syntax',
      `${found} where ${expected} is expected`,
    );
    throw new Broken();
  };
  const refuse = (message: string): never => {
    report.at({ start: at, end: at + 1 }, 'limit', message);
    throw new Broken();
  };
  const skip = () => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const texted = (): { readonly text: string; readonly span: Span } => {
    const start = at;
    const raw = take(string) ?? fail('a text in double quotation marks');
    return { text: JSON.parse(raw) as string, span: { start, end: at } };
  };
  const closes = (mark: string): boolean => {
    skip();
    if (text[at] !== mark) return false;
    at++;
    return true;
  };
  const comma = (mark: string) => {
    if (text[at] !== ',') fail(`a comma or “${mark}”`);
    at++;
    skip();
  };

  const value = (depth: number): Json => {
    skip();
    if (++values > limits.values)
      refuse(`a file may hold ${limits.values} values, this one has more (limit values)`);
    if (depth > limits.depth)
      refuse(`lists and objects may stand ${limits.depth} deep in one another (limit depth)`);
    const start = at;
    const first = text[at];
    if (first === '{') {
      at++;
      const entries: JsonEntry[] = [];
      if (closes('}')) return { kind: 'object', entries, span: { start, end: at } };
      do {
        if (entries.length > 0) comma('}');
        const key = texted();
        skip();
        if (text[at] !== ':') fail('a colon');
        at++;
        entries.push({ key: key.text, keySpan: key.span, value: value(depth + 1) });
      } while (!closes('}'));
      return { kind: 'object', entries, span: { start, end: at } };
    }
    if (first === '[') {
      at++;
      const items: Json[] = [];
      if (closes(']')) return { kind: 'list', items, span: { start, end: at } };
      do {
        if (items.length > 0) comma(']');
        items.push(value(depth + 1));
      } while (!closes(']'));
      return { kind: 'list', items, span: { start, end: at } };
    }
    if (first === '"') return { kind: 'text', ...texted() };
    const named = take(word);
    if (named === 'null') return { kind: 'null', span: { start, end: at } };
    if (named !== undefined) return { kind: 'flag', value: named === 'true', span: { start, end: at } };
    const digits = take(number) ?? fail('a value');
    return { kind: 'number', number: Number(digits), span: { start, end: at } };
  };

  try {
    const found = value(1);
    skip();
    if (at < text.length) fail('the end of the file');
    return found;
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}
