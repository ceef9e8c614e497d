import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';
import type { Token } from './token.ts';

type Tagger = { readonly nlp: ReturnType<typeof winkNLP> };
let tagger: Tagger | undefined;

/** Longest run of characters that goes to the tagger at once; a longer paragraph is cut at white space. */
const longest = 4000;

/** The tokens of `text[from, to)` with their parts of speech, in order, never overlapping. */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const out: Token[] = [];
  for (let at = from; at < to; ) {
    const end = cut(text, at, to);
    chunk(text, at, end, out);
    at = end;
  }
  return out;
}

function cut(text: string, at: number, to: number): number {
  if (to - at <= longest) return to;
  const space = text.lastIndexOf(' ', at + longest);
  if (space > at) return space;
  const end = at + longest;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit < 0xe000 ? end - 1 : end;
}

function chunk(text: string, from: number, to: number, out: Token[]): void {
  tagger ??= { nlp: winkNLP(model, ['pos']) };
  const { nlp } = tagger;
  const piece = text.slice(from, to);
  const all = nlp.readDoc(piece).tokens();
  const words = all.out(nlp.its.value as ItsFunction<string>) as string[];
  const tags = all.out(nlp.its.pos as ItsFunction<string>) as string[];
  const lemmas = all.out(nlp.its.lemma as ItsFunction<string>) as string[];
  const titled = titleCase(words);
  let at = 0;
  words.forEach((word, k) => {
    // The tagger drops white space and some invisible characters; words come in order, so the next occurrence is the word's own.
    const found = word.length === 0 ? -1 : piece.indexOf(word, at);
    if (found < 0) return;
    at = found + word.length;
    const lower = word.toLowerCase().replace(/’/g, "'");
    out.push({
      text: word,
      lower,
      lemma: lemmas[k] ?? lower,
      pos: titled ? (tags[k] ?? 'X') : proper(words, k, tags[k] ?? 'X'),
      start: from + found,
      end: from + at,
    });
  });
}

/** Whether most longer words have a capital, as in a headline: then a capital says nothing. */
function titleCase(words: readonly string[]): boolean {
  let long = 0;
  let capital = 0;
  for (const word of words) {
    if (word.length < 4) continue;
    long++;
    if (/^\p{Lu}/u.test(word)) capital++;
  }
  return capital * 10 > long * 6;
}

/** A capital inside a sentence makes a name, whatever the tagger took the word for. */
function proper(words: readonly string[], k: number, tag: string): string {
  if (k === 0 || (tag !== 'VERB' && tag !== 'ADV' && tag !== 'X' && tag !== 'NOUN' && tag !== 'INTJ'))
    return tag;
  const word = words[k]!;
  if (word.length < 2 || !/^\p{Lu}/u.test(word) || /^[.!?:;…“”"'‘’(–—-]/.test(words[k - 1]!)) return tag;
  return 'PROPN';
}
