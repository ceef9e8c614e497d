import type { Block } from './block.ts';
import { isUtterance } from './lexicon.ts';
import {
  auxiliary,
  isPronoun,
  isTime,
  mainSubject,
  phraseAfter,
  phraseBefore,
  subjectBefore,
} from './phrases.ts';
import type { Quotation } from './quotations.ts';
import type { Span } from './token.ts';

/** One utterance between marks: the quotations it is made of (indices), and who says it where a cue stands beside them. */
export type Direct = {
  readonly quotations: readonly number[];
  readonly cue: Span | undefined;
  readonly speaker: Span | undefined;
  /** The cue ends the paragraph before: “She said:”. */
  readonly earlier: boolean;
  /** Token at which the sentence begins that runs into the quotation: then the passage is mixed and begins there. */
  readonly from?: number;
};

/** Whether words in marks are uttered, or a term, title or fragment inside another's sentence. */
export function isSpeech(text: string, { inner, closed }: Quotation): boolean {
  const words = text.slice(inner.start, inner.end).trim();
  const count = words.split(/\s+/).length;
  if (!closed) return count >= 4;
  if (/[,?!]$/.test(words) && count >= 2) return true;
  if (/[.…]$/.test(words) && count >= 3 && /^[\p{Lu}\p{N}]/u.test(words)) return true;
  return (count >= 3 && /^\p{Lu}/u.test(words) && !isTitle(words)) || count >= 8;
}

/** Title case throughout and no stop at its end: the name of a book, a programme, a song. */
function isTitle(words: string): boolean {
  if (/[,.?!]$/.test(words)) return false;
  const long = words.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}

type Place = { readonly cue: Span; readonly speaker: Span | undefined };

/** The utterances of a paragraph. Fragments without a cue of their own are left to the sentence that they stand in. */
export function directsOf(text: string, block: Block): Direct[] {
  const { quotations } = block;
  const places = placesOf(block);
  const out: {
    quotations: number[];
    cue: Span | undefined;
    speaker: Span | undefined;
    earlier: boolean;
    from?: number;
  }[] = [];
  for (let q = 0; q < quotations.length; q++) {
    const range = places[q]!;
    if (range.end <= range.start) continue;
    const speech = isSpeech(text, quotations[q]!);
    const follows = followedBy(block, range.end);
    const precedes = precededBy(block, range.start);
    const last = out.at(-1);
    const joined = last?.quotations.at(-1) === q - 1 ? last : undefined;
    if (precedes && joined?.cue && precedes.cue.start === joined.cue.start) {
      joined.quotations.push(q);
      continue;
    }
    const tail = text.slice(quotations[q]!.inner.start, quotations[q]!.inner.end).trimEnd();
    if (text[quotations[q]!.start - 1] === '=') continue;
    const lead = leads(block, range);
    if (lead >= 0 && follows && !precedes) {
      if (hasVerb(block, lead, range.start)) {
        out.push({ quotations: [q], ...follows, earlier: false, from: lead });
        continue;
      }
      // “In this town, “…,” said X”: what leads in is no sentence, and the quotation stands for itself.
      if (block.tokens[range.start - 1]!.text !== ',') continue;
    }
    if (follows && (speech || /[,?!.—–-]$/.test(tail))) {
      out.push({ quotations: [q], ...follows, earlier: false });
      continue;
    }
    if (!speech && !(precedes && wordCount(tail) >= 2 && !midSentence(block, range))) continue;
    if (midSentence(block, range) && !precedes) continue;
    if (precedes) {
      out.push({ quotations: [q], ...precedes, earlier: false });
      continue;
    }
    // A second quotation right after the sentence with the cue goes on with the first.
    if (joined?.cue && speech && only(block, joined.cue, range)) {
      joined.quotations.push(q);
      continue;
    }
    if (speech) out.push({ quotations: [q], cue: undefined, speaker: undefined, earlier: false });
  }
  return out;
}

function wordCount(words: string): number {
  return words.split(/\s+/).length;
}

/** The range of tokens of each quotation; empty where it has none. */
function placesOf({ quotations, inside }: Block): Span[] {
  const start = new Int32Array(quotations.length).fill(-1);
  const end = new Int32Array(quotations.length);
  inside.forEach((q, k) => {
    if (q < 0) return;
    if (start[q]! < 0) start[q] = k;
    end[q] = k + 1;
  });
  return quotations.map((_, q) => ({ start: Math.max(0, start[q]!), end: end[q]! }));
}

/** A quotation that its sentence runs into without a comma or colon, or goes on after. */
function midSentence({ tokens, inside, sentences, sentenceOf }: Block, { start, end }: Span): boolean {
  const before = tokens[start - 1];
  const floor = sentences[sentenceOf[start]!]!.start;
  if (before && start > floor && inside[start - 1]! < 0 && !/^[,:;—–(-]+$/.test(before.text)) return true;
  const next = tokens[end];
  return Boolean(
    next && sentenceOf[end] === sentenceOf[end - 1] && inside[end]! < 0 && /^\p{Ll}/u.test(next.text),
  );
}

/** Where the sentence begins that runs into a quotation without a mark between, or -1. */
function leads({ tokens, inside, sentences, sentenceOf }: Block, { start }: Span): number {
  const floor = sentences[sentenceOf[start]!]!.start;
  const before = tokens[start - 1];
  if (!before || start <= floor || inside[start - 1]! >= 0 || /^[:;—–(-]+$/.test(before.text)) return -1;
  let from = floor;
  while (from < start && (inside[from]! >= 0 || /^(?:and|but)$/.test(tokens[from]!.lower))) from++;
  // An earlier quotation in the sentence may have its own cue: only the words since.
  for (let k = start - 1; k > from; k--)
    if (inside[k]! >= 0 && /[,.?!]/.test(tokens[k - 1]?.text ?? '')) return k + 1;
  return from;
}

function hasVerb({ tokens, inside }: Block, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (inside[k]! < 0 && (tokens[k]!.pos === 'VERB' || tokens[k]!.pos === 'AUX')) return true;
  return false;
}

/** Between a cue and a quotation nothing but the end of the cue's sentence. */
function only({ sentenceOf, inside }: Block, cue: Span, range: Span): boolean {
  const sentence = sentenceOf[cue.start]!;
  for (let k = cue.end; k < range.start; k++)
    if (inside[k]! < 0 && sentenceOf[k] !== sentence && sentenceOf[k] !== sentenceOf[range.start])
      return false;
  return (
    sentenceOf[range.start]! - sentence <= 1 &&
    (range.start === 0 || inside[range.start - 1]! >= 0 || sentenceOf[range.start - 1] === sentence)
  );
}

/** “…,” X said | “…,” said X: the cue that follows a quotation at once. */
function followedBy(block: Block, from: number): Place | undefined {
  const { tokens, inside } = block;
  let at = from;
  while (tokens[at] && inside[at]! < 0 && /^[,—–-]$/.test(tokens[at]!.text)) at++;
  const first = tokens[at];
  if (!first || inside[at]! >= 0) return undefined;
  let ceiling = at;
  while (
    ceiling < tokens.length &&
    inside[ceiling]! < 0 &&
    !/^[.;:!?]$/.test(tokens[ceiling]!.text) &&
    ceiling < at + 60
  )
    ceiling++;
  // According to X.
  if (first.lower === 'according' && tokens[at + 1]?.lower === 'to')
    return { cue: { start: at, end: at + 2 }, speaker: phraseAfter(block, at + 2, ceiling) };
  let verb = at;
  while (verb < ceiling && tokens[verb]!.pos === 'ADV') verb++;
  if (
    verb < ceiling &&
    isUtterance(tokens[verb]!.lemma) &&
    (tokens[verb]!.pos === 'VERB' || /^(?:said|says|wrote|asked|added)$/.test(tokens[verb]!.lower))
  ) {
    if (/ing$/.test(tokens[verb]!.lower)) return undefined;
    const speaker = phraseAfter(block, verb + 1, ceiling);
    return speaker && { cue: { start: verb, end: verb + 1 }, speaker };
  }
  let subject = phraseAfter(block, at, ceiling);
  if (!subject || subject.start !== at) return undefined;
  // “Cole answers.”: the tagger takes the verb for a noun.
  const last = subject.end - 1;
  if (
    last > at &&
    isUtterance(tokens[last]!.lemma) &&
    tokens[last]!.pos === 'NOUN' &&
    (subject.end >= ceiling || tokens[subject.end]!.text === ',' || tokens[subject.end]!.pos === 'ADV')
  )
    return { cue: { start: last, end: last + 1 }, speaker: { start: at, end: last } };
  // “Cole gloated.”: whatever verb it is, if nothing but it follows.
  const verbAt = subject.end;
  if (
    verbAt < ceiling &&
    tokens[verbAt]!.pos === 'VERB' &&
    !/ing$/.test(tokens[verbAt]!.lower) &&
    (verbAt + 1 >= ceiling || tokens[verbAt + 1]!.text === ',')
  )
    return { cue: { start: verbAt, end: verbAt + 1 }, speaker: subject };
  subject = { start: subject.start, end: subject.end };
  for (let k = subject.end; k < ceiling && k < subject.end + 45; k++) {
    const { pos, lemma, lower, text } = tokens[k]!;
    if (pos !== 'VERB') continue;
    if (isUtterance(lemma) && !/ing$/.test(lower) && !relative(tokens[k - 1]?.lower)) {
      const direct = k === subject.end || gap(block, subject.end, k);
      if (direct) return { cue: { start: k, end: k + 1 }, speaker: subject };
      const found = subjectBefore(block, k);
      if (found && found.start <= subject.end) return { cue: { start: k, end: k + 1 }, speaker: subject };
    }
    if (text && tokens[subject.end]!.text !== ',' && tokens[subject.end]!.text !== '(') break;
  }
  return undefined;
}

function relative(lower: string | undefined): boolean {
  return lower === 'who' || lower === 'which' || lower === 'that' || lower === 'to';
}

/** Nothing but auxiliaries, adverbs, times between two tokens, or an apposition between commas. */
function gap({ tokens }: Block, from: number, to: number): boolean {
  let k = from;
  while (
    k < to &&
    (auxiliary(tokens[k]!) ||
      isTime(tokens[k]!) ||
      tokens[k]!.lower === 'on' ||
      tokens[k]!.lower === 'later' ||
      /^(?:himself|herself|themselves)$/.test(tokens[k]!.lower))
  )
    k++;
  if (k === to) return true;
  if (tokens[k]!.text === ',' && tokens[to - 1]!.text === ',') return true;
  if (tokens[k]!.text === '(') {
    while (k < to && tokens[k]!.text !== ')') k++;
    return k + 1 >= to || gap({ tokens } as Block, k + 1, to);
  }
  return false;
}

/** X said, “…” | X told Y: “…” | X put it this way: “…”. */
function precededBy(block: Block, start: number): Place | undefined {
  const { tokens, inside, sentences, sentenceOf } = block;
  const before = start - 1;
  if (before < 0 || inside[before]! >= 0) return undefined;
  const sentence = sentenceOf[before]!;
  if (sentenceOf[start] !== sentence && !/^[:,]$/.test(tokens[before]!.text)) return undefined;
  const floor = sentences[sentence]!.start;
  const introduced = /^[:,—–-]$/.test(tokens[before]!.text) || isUtterance(tokens[before]!.lemma);
  if (!introduced) return undefined;
  for (let k = before; k >= floor && k > before - 30; k--) {
    if (inside[k]! >= 0) break;
    const { pos, lemma, lower } = tokens[k]!;
    if (!isUtterance(lemma) || (pos !== 'VERB' && !/^(?:said|says|wrote|asked|added|tweeted)$/.test(lower)))
      continue;
    if (tokens[before]!.text !== ':' && before - k > 14) break;
    const speaker = voiceOf(block, k, floor);
    return { cue: { start: k, end: k + 1 }, speaker };
  }
  // “Cole: …”, “From the report: …”
  if (tokens[before]!.text === ':') {
    const speaker = phraseBefore(block, before - 1, floor);
    if (
      speaker &&
      (speaker.start === floor || (speaker.start === floor + 1 && tokens[floor]!.lower === 'from'))
    )
      return { cue: { start: before, end: before + 1 }, speaker };
    const verb = lastVerb(block, floor, before);
    if (verb >= 0) {
      const subject = subjectBefore(block, verb);
      if (subject) return { cue: { start: verb, end: verb + 1 }, speaker: subject };
    }
  }
  return undefined;
}

function lastVerb({ tokens, inside }: Block, floor: number, before: number): number {
  for (let k = before - 1; k >= floor && k > before - 8; k--)
    if (inside[k]! < 0 && tokens[k]!.pos === 'VERB') return k;
  return -1;
}

function voiceOf(block: Block, verb: number, floor: number): Span | undefined {
  const { tokens, sentenceOf } = block;
  if (/ing$/.test(tokens[verb]!.lower)) {
    const near =
      verb > floor && (tokens[verb - 1]!.pos === 'PROPN' || tokens[verb - 1]!.pos === 'NOUN')
        ? subjectBefore(block, verb)
        : undefined;
    return near ?? mainSubject(block, sentenceOf[verb]!, verb);
  }
  const found = subjectBefore(block, verb) ?? mainSubject(block, sentenceOf[verb]!, verb);
  if (found) return found;
  // “Said X: …”
  const next = tokens[verb + 1];
  return next && (next.pos === 'PROPN' || isPronoun(next))
    ? phraseAfter(block, verb + 1, tokens.length)
    : undefined;
}

/** A cue that ends a paragraph with a colon, or names who is about to speak: for the quotation that opens the next. */
export function announces(block: Block): Place | undefined {
  const { tokens, inside } = block;
  const last = tokens.length - 1;
  if (last < 1 || tokens[last]!.text !== ':' || inside[last]! >= 0) return undefined;
  return precededBy(block, tokens.length);
}
