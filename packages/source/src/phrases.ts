import type { Block } from './block.ts';
import type { Span, Token } from './token.ts';

/** Noun phrases by part of speech: enough to say who the subject of a verb is. All spans here are ranges of token indices. */

const linking = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'on',
  'by',
  'near',
  'among',
  'against',
  'to',
  'under',
]);
const openers = new Set([
  'but',
  'for',
  'while',
  'even',
  'still',
  'yet',
  'so',
  'then',
  'now',
  'also',
  'meanwhile',
  'however',
  'as',
  'when',
  'if',
  'and',
  'or',
  'because',
  'since',
  'although',
  'though',
  'after',
  'before',
  'that',
  'instead',
  'indeed',
  'perhaps',
  'on',
  'in',
]);
const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:today|yesterday|tomorrow)$/;
const reflexive = /^(?:him|her|it|my|your)self$|^(?:them|our)selves$/;

export function isTime({ lower, pos }: Token): boolean {
  return days.test(lower) && (pos === 'PROPN' || pos === 'NOUN' || pos === 'ADV');
}

export function isPossessive({ lower }: Token): boolean {
  return lower === "'s" || lower === "'";
}

const possessives = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your', 'whose']);
export function isPossessivePronoun(token: Token): boolean {
  return possessives.has(token.lower);
}

function headed({ pos, lower }: Token): boolean {
  if (openers.has(lower)) return false;
  return (
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    pos === 'PRON' ||
    pos === 'NUM' ||
    pos === 'SYM' ||
    /^(?:many|some|others|most|few|several|both|all|one)$/.test(lower)
  );
}

function modifies(token: Token): boolean {
  const { pos, lower } = token;
  if (openers.has(lower)) return false;
  return (
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    pos === 'ADJ' ||
    pos === 'NUM' ||
    pos === 'DET' ||
    pos === 'SYM' ||
    isPossessive(token) ||
    isPossessivePronoun(token) ||
    /^(?:many|some|most|more|than|former|then)$/.test(lower) ||
    token.text === '-' ||
    token.text === '&' ||
    token.text === '/' ||
    token.text === '.'
  );
}

const pronouns =
  /^(?:i|he|she|it|they|we|you|who|this|these|those|him|them|others|everyone|nobody|someone|everybody|somebody)$/;
export function isPronoun({ lower }: Token): boolean {
  return pronouns.test(lower);
}

/** The noun phrase that ends with token `end`, not reaching below `floor`. */
export function phraseBefore({ tokens, inside }: Block, end: number, floor: number): Span | undefined {
  let last = end;
  last = beforeTime(tokens, last, floor);
  // “Cole (D-Mo.)”
  if (last > floor && tokens[last]!.text === ')')
    for (let k = last - 1; k > floor && k > last - 12; k--)
      if (tokens[k]!.text === '(') {
        last = k - 1;
        break;
      }
  const head = tokens[last];
  if (!head || last < floor || inside[last]! >= 0 || isTime(head)) return undefined;
  if (!headed(head) && (head.pos !== 'ADJ' || last === floor || !modifies(tokens[last - 1]!)))
    return undefined;
  if (isPronoun(head)) return { start: last, end: last + 1 };
  let start = last;
  let prepositions = 0;
  for (;;) {
    const before = start - 1;
    if (before < floor || inside[before]! >= 0) break;
    const token = tokens[before]!;
    if (isTime(token)) break;
    if (modifies(token) && !isPronoun(token)) {
      if (token.text === '.' && !/^\p{Lu}\p{L}{0,4}$/u.test(tokens[before - 1]?.text ?? '')) break;
      start = before;
      continue;
    }
    const joins = token.lower === 'and' || token.lower === 'or';
    if (
      joins &&
      before > floor &&
      headed(tokens[before - 1]!) &&
      !isPronoun(tokens[before - 1]!) &&
      coordinates(tokens, before, floor)
    ) {
      start = before - 1;
      continue;
    }
    if (
      linking.has(token.lower) &&
      prepositions < 3 &&
      before > floor &&
      (tokens[before - 1]!.pos === 'NOUN' ||
        tokens[before - 1]!.pos === 'PROPN' ||
        /^(?:many|some|most|one|all|few|several|those)$/.test(tokens[before - 1]!.lower)) &&
      !isTime(tokens[before - 1]!)
    ) {
      prepositions++;
      start = before - 1;
      continue;
    }
    break;
  }
  while (
    start < last &&
    (isPossessive(tokens[start]!) || tokens[start]!.text === '-' || tokens[start]!.text === '.')
  )
    start++;
  return { start, end: last + 1 };
}

/** Steps back over “on Monday”, “last week”, “himself”. */
function beforeTime(tokens: readonly Token[], end: number, floor: number): number {
  let last = end;
  while (last > floor) {
    const token = tokens[last]!;
    const before = tokens[last - 1]!;
    if (
      /^(?:week|month|year|night|spring|summer|fall|weekend)$/.test(token.lower) &&
      /^(?:last|this|next)$/.test(before.lower)
    )
      last -= 2;
    else if (isTime(token))
      last -= before.lower === 'on' || before.lower === 'late' || before.lower === 'in' ? 2 : 1;
    else if (reflexive.test(token.lower)) last--;
    else break;
  }
  return Math.max(last, floor);
}

/** “A and B” in front of a verb: taken as one subject unless a verb stands between the sentence's start and it. */
function coordinates(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let k = at - 1; k >= floor && k > at - 12; k--) {
    const { pos, text } = tokens[k]!;
    if (pos === 'VERB' || pos === 'AUX') return false;
    if (text === ',' || text === ';') return true;
  }
  return true;
}

/** The noun phrase that begins at token `start`, before `ceiling`. */
export function phraseAfter({ tokens, inside }: Block, start: number, ceiling: number): Span | undefined {
  let end = start;
  let head = -1;
  while (end < ceiling && inside[end]! < 0) {
    const token = tokens[end]!;
    if (isTime(token)) break;
    if (isPronoun(token)) {
      if (head < 0 && end === start) return { start, end: end + 1 };
      break;
    }
    if (modifies(token)) {
      if (token.text === '.' && !/^\p{Lu}\p{L}{0,4}$/u.test(tokens[end - 1]?.text ?? '')) break;
      if (headed(token)) head = end;
      end++;
      continue;
    }
    const next = tokens[end + 1];
    if (
      head >= 0 &&
      next &&
      end + 1 < ceiling &&
      (linking.has(token.lower) || token.lower === 'and') &&
      (modifies(next) || next.pos === 'DET') &&
      !isTime(next) &&
      !isPronoun(next)
    ) {
      if (token.lower !== 'of' && token.lower !== 'and' && token.lower !== 'for' && token.lower !== 'at')
        break;
      end++;
      continue;
    }
    break;
  }
  return head < 0 ? undefined : { start, end: head + 1 };
}

const light = new Set([
  'be',
  'have',
  'do',
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'should',
  'must',
  'shall',
]);

/** Whether a token belongs to a verb's own group: auxiliaries, negation, adverbs. */
export function auxiliary({ pos, lemma, lower }: Token): boolean {
  return (
    pos === 'AUX' ||
    pos === 'ADV' ||
    light.has(lemma) ||
    lower === 'not' ||
    lower === "n't" ||
    lower === 'never' ||
    lower === "'s" ||
    lower === "'ve" ||
    lower === "'d" ||
    lower === "'ll" ||
    lower === "'re" ||
    lower === "'m"
  );
}

export type Subject = Span & {
  /** For a relative pronoun: what it stands for. */
  readonly refers?: Span | undefined;
  /** Found by a rule that goes further than the words next to the verb. */
  readonly far: boolean;
};

/** The subject of the verb at `verb`, looked for to its left within its sentence. */
export function subjectBefore(block: Block, verb: number, depth = 0): Subject | undefined {
  const { tokens, inside, sentences, sentenceOf } = block;
  const floor = sentences[sentenceOf[verb]!]!.start;
  let at = verb - 1;
  let steps = 0;
  while (at >= floor && inside[at]! < 0 && auxiliary(tokens[at]!) && steps++ < 8) {
    // A possessive is no auxiliary: “the man's said” does not occur, “the party's leader” does.
    at--;
  }
  if (at < floor || inside[at]! >= 0) return undefined;
  const timeless = beforeTime(tokens, at, floor);
  if (timeless < at && timeless > floor) {
    at = timeless;
    while (at > floor && inside[at]! < 0 && auxiliary(tokens[at]!)) at--;
  }
  const token = tokens[at]!;
  const lower = token.lower;
  if (
    lower === 'who' ||
    lower === 'which' ||
    (lower === 'that' && at > floor && tokens[at - 1]!.pos === 'NOUN')
  ) {
    let end = at - 1;
    if (end >= floor && tokens[end]!.text === ',') end--;
    const found = end >= floor ? phraseBefore(block, end, floor) : undefined;
    return found && { start: at, end: at + 1, refers: found, far: true };
  }
  if ((lower === 'and' || lower === 'but' || lower === 'then' || lower === 'or') && depth < 3) {
    return earlierSubject(block, at, floor, depth);
  }
  if (
    token.text === ',' ||
    token.text === '—' ||
    token.text === '–' ||
    token.text === '-' ||
    token.text === ')'
  ) {
    return beforeAside(block, at, floor);
  }
  const found = phraseBefore(block, at, floor);
  if (found && at > floor && insideRelative(block, found, floor)) {
    const head = beforeRelative(block, found.start, floor);
    if (head) return { ...head, far: true };
  }
  if (found) return { ...found, far: false };
  const head = token.pos === 'VERB' || token.pos === 'ADJ' ? beforeRelative(block, at, floor) : undefined;
  return head && { ...head, far: true };
}

/** “The man who runs the shop said”: the phrase next to the verb is the object of a relative clause. */
function insideRelative({ tokens, inside }: Block, { start }: Span, floor: number): boolean {
  for (let k = start - 1; k > floor && k > start - 10; k--) {
    if (inside[k]! >= 0) return false;
    const { pos, text, lower } = tokens[k]!;
    if (text === ',') return false;
    if (lower === 'who' || lower === 'which')
      return tokens.slice(k + 1, start).some((one) => one.pos === 'VERB' || one.pos === 'AUX');
    if (pos === 'SCONJ') return false;
  }
  return false;
}

function beforeRelative(block: Block, from: number, floor: number): Span | undefined {
  const { tokens, inside } = block;
  for (let k = from - 1; k > floor && k > from - 25; k--) {
    if (inside[k]! >= 0 || tokens[k]!.text === ';') return undefined;
    if (tokens[k]!.lower === 'who' && tokens[k - 1]!.lower !== 'and' && tokens[k - 1]!.text !== ',')
      return phraseBefore(block, k - 1, floor);
  }
  return undefined;
}

/** “X, a director at Y, says”: the phrase before the first of the two commas; of several, the one that opens the clause. */
function beforeAside(block: Block, close: number, floor: number): Subject | undefined {
  const { tokens, inside } = block;
  const mark = tokens[close]!.text === ')' ? '(' : tokens[close]!.text;
  let nearest: Span | undefined;
  for (let k = close - 1; k > floor && k > close - 50; k--) {
    if (inside[k]! >= 0) break;
    if (tokens[k]!.text !== mark) continue;
    const found = phraseBefore(block, k - 1, floor);
    if (!found) continue;
    if (
      !tokens
        .slice(found.start, found.end)
        .some(({ pos }) => pos === 'PROPN' || pos === 'NOUN' || pos === 'PRON')
    )
      continue;
    const before = tokens[found.start - 1];
    if (found.start === floor || (before && (openers.has(before.lower) || before.lower === 'that')))
      return { ...found, far: true };
    nearest ??= found;
    if (before && before.text === ',' && found.start > floor + 1 && !fitsAside(tokens[k + 1]!)) break;
  }
  return nearest && { ...nearest, far: true };
}

function fitsAside({ lower, pos }: Token): boolean {
  return (
    /^(?:a|an|the|who|which|whose|his|her|its|their|former|and|one|then|now)$/.test(lower) ||
    pos === 'NOUN' ||
    pos === 'NUM' ||
    pos === 'PROPN'
  );
}

/** The subject of the verb before the one that `at` joins to it. */
function earlierSubject(block: Block, at: number, floor: number, depth: number): Subject | undefined {
  const { tokens, inside } = block;
  for (let k = at - 1; k >= floor; k--) {
    if (inside[k]! >= 0) continue;
    const { pos, lower } = tokens[k]!;
    if (pos !== 'VERB' && pos !== 'AUX') continue;
    if (/ing$/.test(lower)) continue;
    if (k > floor && (tokens[k - 1]!.lower === 'to' || tokens[k - 1]!.pos === 'AUX')) continue;
    const found = subjectBefore(block, k, depth + 1);
    if (found) return { ...found, far: true };
  }
  return undefined;
}

/** The first subject of a sentence: the phrase before its first finite verb. */
export function mainSubject(block: Block, sentence: number, before: number): Subject | undefined {
  const { tokens, inside, sentences } = block;
  const { start } = sentences[sentence]!;
  for (let k = start; k < before; k++) {
    if (inside[k]! >= 0) continue;
    const { pos, lower } = tokens[k]!;
    if ((pos !== 'VERB' && pos !== 'AUX') || /ing$/.test(lower)) continue;
    const found = subjectBefore(block, k);
    if (found && !isRelative(block, found)) return { ...found, far: true };
  }
  return undefined;
}

function isRelative({ tokens }: Block, { start, end }: Span): boolean {
  return end - start === 1 && /^(?:who|which|that|it|this|there|what)$/.test(tokens[start]!.lower);
}
