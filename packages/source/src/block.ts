import { type Quotation, quotationsOf } from './quotations.ts';
import type { Span, Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** A paragraph cut into tokens, quotations and sentences. Sentences are ranges of token indices. */
export type Block = Span & {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  /** For each token, the quotation it stands in, or -1. A mark belongs to its quotation. */
  readonly inside: Int32Array;
  readonly sentences: readonly Span[];
  /** For each token, its sentence. */
  readonly sentenceOf: Int32Array;
};

export function blockOf(text: string, paragraph: Span, index: number): Block {
  const tokens = tokensOf(text, paragraph.start, paragraph.end);
  const quotations = quotationsOf(text, paragraph.start, paragraph.end);
  const inside = new Int32Array(tokens.length).fill(-1);
  let next = 0;
  tokens.forEach(({ start, end }, k) => {
    while (next < quotations.length && quotations[next]!.end <= start) next++;
    const quotation = quotations[next];
    if (quotation && quotation.start < end && start < quotation.end) inside[k] = next;
  });
  const sentences = sentencesOf(text, tokens, quotations, inside);
  const sentenceOf = new Int32Array(tokens.length);
  for (const [s, { start, end }] of sentences.entries()) sentenceOf.fill(s, start, end);
  return { ...paragraph, index, tokens, quotations, inside, sentences, sentenceOf };
}

/** A sentence of more tokens is cut: no news has one, and what looks back to its start must stay bounded. */
const longest = 600;

/** A break counts outside quotations only; a full stop inside the closing mark breaks too when a capital follows. */
function sentencesOf(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  inside: Int32Array,
): Span[] {
  const out: Span[] = [];
  let start = 0;
  for (let k = 0; k < tokens.length; k++) {
    const next = tokens[k + 1];
    if (next && k - start < longest && !breaks(text, tokens, quotations, inside, k)) continue;
    out.push({ start, end: k + 1 });
    start = k + 1;
  }
  return out;
}

function breaks(
  text: string,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  inside: Int32Array,
  k: number,
): boolean {
  const next = tokens[k + 1]!;
  const within = inside[k]!;
  if (within >= 0) {
    if (inside[k + 1] === within) return false;
    const { inner, closed } = quotations[within]!;
    if (!closed || !/[.…]\s*$/.test(text.slice(Math.max(inner.start, inner.end - 3), inner.end)))
      return false;
    return startsSentence(next, inside[k + 1]! >= 0);
  }
  if (!/^[.!?…]+$/.test(tokens[k]!.text)) return false;
  return startsSentence(next, inside[k + 1]! >= 0);
}

function startsSentence(next: Token, quoted: boolean): boolean {
  return quoted || /^[\p{Lu}\p{N}[(“"‘'—–-]/u.test(next.text);
}
