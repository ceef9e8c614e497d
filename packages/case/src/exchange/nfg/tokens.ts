import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'number'; readonly number: number; readonly span: Span }
  | { readonly kind: 'word'; readonly text: string; readonly span: Span }
  | { readonly kind: '{' | '}' | 'end'; readonly span: Span };

/** White space and commas, which Gambit writes between the payoffs of an outcome and does not ask for. */
const between = /[\s,]*/y;
const string = /"((?:[^"\\]|\\[\s\S])*)"/y;
const number = /[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?:\/\d+)?(?![\w.])/y;
const word = /[A-Za-z]+/y;

/** The tokens of a Gambit file up to the first thing that is none, which is reported. */
export function tokensOf(text: string, report: Report): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    take(between);
    const start = at;
    const first = text[at];
    if (first === undefined) return [...tokens, { kind: 'end', span: { start, end: start } }];
    if (first === '{' || first === '}') {
      at++;
      tokens.push({ kind: first, span: { start, end: at } });
      continue;
    }
    const quoted = first === '"' ? take(string) : null;
    if (quoted) {
      tokens.push({
        kind: 'text',
        text: quoted[1]!.replace(/\\([\s\S])/g, '$1'),
        span: { start, end: at },
      });
      continue;
    }
    const digits = take(number);
    if (digits) {
      tokens.push({ kind: 'number', number: numberOf(digits[0]), span: { start, end: at } });
      continue;
    }
    const letters = take(word);
    if (letters) {
      tokens.push({ kind: 'word', text: letters[0], span: { start, end: at } });
      continue;
    }
    report.at(
      { start, end: start + 1 },
      'import-syntax',
      first === '"'
        ? 'a text begins here and does not end'
        : `“${String.fromCodePoint(text.codePointAt(at)!)}” is no part of a Gambit file`,
      { hint: 'a Gambit file has texts in double quotation marks, numbers (1, -2.5, 1/3), and braces' },
    );
    return undefined;
  }
}

/** A decimal, or a ratio; equal numbers come out equal however they are written. */
function numberOf(text: string): number {
  const [above, below] = text.split('/');
  return below === undefined ? Number(above) : Number(above) / Number(below);
}
