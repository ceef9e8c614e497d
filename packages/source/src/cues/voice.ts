import type { Block } from '../block.ts';
import { isUtterance } from '../lexicon.ts';
import { auxiliary, isTime, mainSubject, phraseAfter, phraseBefore, subjectBefore } from '../phrases.ts';
import type { Span, Token } from '../token.ts';
import type { Subjectlike } from './candidate.ts';

const beForms = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", 'am', 'get', 'got']);

/** Verbs that tell somebody something: the first phrase after them is whom. */
export const telling = new Set([
  'tell',
  'ask',
  'remind',
  'assure',
  'inform',
  'warn',
  'convince',
  'persuade',
  'urge',
  'advise',
  'promise',
  'show',
  'teach',
  'notify',
  'encourage',
  'beg',
  'brief',
]);

/** Participles said of the thing before them: “a letter showing that”. */
const showing = new Set([
  'show',
  'suggest',
  'indicate',
  'claim',
  'call',
  'allege',
  'demand',
  'find',
  'support',
  'oppose',
  'seek',
]);

export function isPassive(tokens: readonly Token[], verb: number, floor: number): boolean {
  if (/ing$/.test(tokens[verb]!.lower)) return false;
  for (let k = verb - 1; k >= floor && k >= verb - 4; k--) {
    const { lower, pos } = tokens[k]!;
    if (beForms.has(lower)) return true;
    if (pos !== 'ADV' && lower !== 'not' && lower !== "n't") return false;
  }
  return false;
}

/** Who a verb is said of. */
export function speakerOf(
  block: Block,
  sentence: number,
  verb: number,
  passive: boolean,
): Subjectlike | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  if (passive) {
    for (let k = verb + 1; k < ceiling && k < verb + 12; k++)
      if (inside[k]! < 0 && tokens[k]!.lower === 'by') return phraseAfter(block, k + 1, ceiling);
  }
  const before = verb - 1;
  const token = tokens[verb]!;
  if (/ing$/.test(token.lower) && (before < floor || !beForms.has(nearest(tokens, verb, floor)))) {
    // A participle takes the main clause's subject; one that opens the sentence, the phrase after its comma.
    if (before < floor || tokens[before]!.pos === 'SCONJ') {
      for (let k = verb + 1; k < ceiling; k++)
        if (inside[k]! < 0 && tokens[k]!.text === ',') {
          const found = phraseAfter(block, k + 1, ceiling);
          if (
            found &&
            tokens[found.end] &&
            (tokens[found.end]!.pos === 'VERB' ||
              auxiliary(tokens[found.end]!) ||
              tokens[found.end]!.text === ',')
          )
            return found;
        }
      return undefined;
    }
    if (showing.has(token.lemma) && (tokens[before]!.pos === 'NOUN' || tokens[before]!.pos === 'PROPN')) {
      const near = phraseBefore(block, before, floor);
      if (near) return near;
    }
    return mainSubject(block, sentence, verb);
  }
  if (before >= floor && tokens[before]!.lower === 'to') {
    for (let k = before - 1; k >= floor && k > before - 6; k--)
      if (tokens[k]!.pos === 'VERB' && inside[k]! < 0)
        return subjectBefore(block, k) ?? mainSubject(block, sentence, k);
    return mainSubject(block, sentence, verb);
  }
  // “…, said X.”
  if (before > floor && inside[before]! < 0 && tokens[before]!.text === ',' && isUtterance(token.lemma)) {
    const found = phraseAfter(block, verb + 1, ceiling);
    const next = found && tokens[found.end];
    if (
      found &&
      (found.end >= ceiling || !next || /^[,.;]$/.test(next.text) || isTime(next)) &&
      !isTelling(tokens, found)
    )
      return found;
  }
  return subjectBefore(block, verb);
}

/** “told reporters” is no inversion. */
function isTelling(tokens: readonly Token[], { start }: Span): boolean {
  return telling.has(tokens[start - 1]!.lemma);
}

function nearest(tokens: readonly Token[], verb: number, floor: number): string {
  let k = verb - 1;
  while (k > floor && (tokens[k]!.pos === 'ADV' || tokens[k]!.lower === 'not')) k--;
  return tokens[k]!.lower;
}
