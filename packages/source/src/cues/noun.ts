import type { Block } from '../block.ts';
import { isPossessive, isPossessivePronoun, mainSubject, phraseAfter, phraseBefore } from '../phrases.ts';
import type { Span } from '../token.ts';
import type { Candidate } from './candidate.ts';
import { contentEnd } from './content-end.ts';
import { contextAt } from './context.ts';

/** “her claim that …”, “fears that …”, “the party's call for …”. */
export function nounCandidate(
  block: Block,
  sentence: number,
  at: number,
  wanted: (key: string) => boolean,
): Candidate | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  const { context, from } = contextAt(block, at + 1, ceiling);
  // “a belief among voters that”
  if (context === 'p:among' || context === 'p:by' || context === 'p:from') {
    const whose = phraseAfter(block, from, ceiling);
    if (whose && tokens[whose.end]?.lower === 'that') {
      const key = `a ${tokens[at]!.lemma} that`;
      if (!wanted(key)) return undefined;
      const end = contentEnd(block, whose.end, ceiling, 'that');
      return { key, cue: { start: at, end: at + 1 }, speaker: whose, parts: [{ start: whose.end, end }] };
    }
  }
  if (context !== 'that' && context !== 'to' && !context.startsWith('p:') && context !== 'wh')
    return undefined;
  let left = at - 1;
  while (
    left >= floor &&
    inside[left]! < 0 &&
    (tokens[left]!.pos === 'ADJ' ||
      tokens[left]!.pos === 'NOUN' ||
      tokens[left]!.text === '-' ||
      tokens[left]!.pos === 'NUM')
  )
    left--;
  const owner = left >= floor ? tokens[left]! : undefined;
  let speaker: Span | undefined;
  if (owner && isPossessivePronoun(owner)) speaker = { start: left, end: left + 1 };
  else if (owner && isPossessive(owner)) {
    const found = phraseBefore(block, left - 1, floor);
    speaker = found;
  } else if (context.startsWith('p:') && context !== 'p:among' && context !== 'p:from') return undefined;
  const key = `${speaker ? "'s" : 'a'} ${tokens[at]!.lemma} ${context}`;
  if (!wanted(key)) return undefined;
  // “Many fear that”: the tagger takes the verb for a noun.
  if (
    !speaker &&
    context === 'that' &&
    at > floor &&
    /s$|^(?:many|most|some|others|people|they|we|i)$/.test(tokens[at - 1]!.lower) &&
    inside[at - 1]! < 0
  )
    speaker = phraseBefore(block, at - 1, floor);
  speaker ??= mainSubject(block, sentence, at);
  const end = contentEnd(block, from, ceiling, context);
  return end - from < 1
    ? undefined
    : { key, cue: { start: at, end: at + 1 }, speaker, parts: [{ start: from, end }] };
}
