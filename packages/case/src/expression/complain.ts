import type { Code } from '../codes.ts';
import { limits } from '../limits.ts';
import type { Span } from '../text/lines.ts';
import { languageWords } from './words.ts';

export type Complaint = Span & { readonly message: string; readonly code: Code; readonly hint?: string };

type Word = Span & { readonly text: string };
type Open = Word & { readonly counts: boolean };

const operators = new Set(['and', 'or', 'xor', 'implies', 'iff']);
const words: ReadonlySet<string> = new Set(languageWords);
const symbols: Readonly<Record<string, string>> = {
  '&': 'and',
  '&&': 'and',
  '|': 'or',
  '||': 'or',
  '!': 'not',
};
const more: Readonly<Record<string, string>> = {
  '=>': 'implies',
  '->': 'implies',
  '<=>': 'iff',
  '==': 'iff',
  '=': 'iff',
  '~': 'not',
};

/** The first thing that makes a text no expression, with what was expected there; undefined where it is one. */
export function complaintOf(text: string): Complaint | undefined {
  const list = wordsOf(text);
  const end = { start: text.trimEnd().length, end: text.trimEnd().length, text: '' };
  const open: Open[] = [];
  let negations = 0;
  let wantsOperand = true;
  let before: Word | undefined;
  const wrong = (at: Word, expected: string, hint?: string): Complaint => {
    const found = at.text === '' ? 'the expression ends here' : `“${at.text}” cannot stand here`;
    return {
      start: at.start,
      end: at.end,
      code: 'expression-syntax',
      message: `${found}; expected ${expected}`,
      ...(hint ? { hint } : {}),
    };
  };
  const operand = 'a name, “not”, “exactly”, “at least”, “at most” or “(”';
  for (let at = 0; at <= list.length; at++) {
    const word = list[at] ?? end;
    if (word.text !== '' && !/^[A-Za-z0-9(),.-]/.test(word.text)) {
      const meant = symbols[word.text] ?? more[word.text];
      const hint = meant ? `write “${meant}”` : undefined;
      return { ...wrong(word, wantsOperand ? operand : 'a word of the language'), ...(hint ? { hint } : {}) };
    }
    if (wantsOperand) {
      if (word.text === 'not') {
        if (++negations + open.length > limits.expressionDepth) return tooDeep(word);
        continue;
      }
      if (word.text === '(') {
        open.push({ ...word, counts: false });
        if (open.length + negations > limits.expressionDepth) return tooDeep(word);
        continue;
      }
      if (word.text === 'exactly' || word.text === 'at') {
        const next = (k: number) => list[at + k] ?? end;
        let k = 1;
        if (word.text === 'at' && next(k).text !== 'least' && next(k).text !== 'most')
          return wrong(next(k), '“least” or “most”');
        if (word.text === 'at') k++;
        if (!/^[0-9]+$/.test(next(k).text)) return wrong(next(k), 'a whole number');
        if (next(k).text.length > 6)
          return { ...next(k), code: 'expression-syntax', message: 'this number is too large for a count' };
        if (next(k + 1).text !== 'of') return wrong(next(k + 1), '“of”');
        if (next(k + 2).text !== '(') return wrong(next(k + 2), '“(” and a list: exactly 1 of (a, b)');
        open.push({ ...next(k + 2), counts: true });
        at += k + 2;
        before = undefined;
        continue;
      }
      if (!isName(word.text)) {
        const hint =
          word.text === '' && before && operators.has(before.text)
            ? `“${before.text}” needs something after it`
            : undefined;
        return wrong(word, operand, hint);
      }
      negations = 0;
      wantsOperand = false;
    } else if (word.text === '' && open.length === 0) {
      return undefined;
    } else if (word.text === '') {
      const last = open.at(-1)!;
      return {
        start: last.start,
        end: last.end,
        code: 'expression-syntax',
        message: 'this “(” is never closed',
      };
    } else if (operators.has(word.text)) {
      wantsOperand = true;
    } else if (word.text === ',' && open.at(-1)?.counts) {
      wantsOperand = true;
    } else if (word.text === ')' && open.length > 0) {
      open.pop();
    } else {
      const hint =
        word.text === ')'
          ? 'there is no “(” for it'
          : word.text === ','
            ? 'commas part the items of “exactly N of (…)”; a list of several is written with “- ”'
            : operators.has(word.text.toLowerCase())
              ? `the words are in lower case: “${word.text.toLowerCase()}”`
              : undefined;
      const closing = open.length > 0 ? (open.at(-1)!.counts ? ', “,” or “)”' : ' or “)”') : ' or the end';
      return wrong(word, `“and”, “or”, “xor”, “implies”, “iff”${closing}`, hint);
    }
    before = word;
  }
  return undefined;
}

function isName(text: string): boolean {
  if (text === 'true' || text === 'false') return true;
  return (
    !words.has(text) &&
    /^[A-Za-z][a-z0-9]*(?:-+[a-z0-9]+)*(?:\.[A-Za-z][a-z0-9]*(?:-+[a-z0-9]+)*)?$/.test(text)
  );
}

function tooDeep(word: Word): Complaint {
  const message = `parentheses and negations may be nested ${limits.expressionDepth} deep (limit expressionDepth)`;
  return { start: word.start, end: word.end, code: 'limit', message };
}

/** Words as a reader sees them: runs between white space, parentheses and commas; the grammar's tokens lie within them. */
function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[(),]|[A-Za-z0-9_.-]+|[^\sA-Za-z0-9_.(),-]+/gu)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
