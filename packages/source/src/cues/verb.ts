import type { Block } from '../block.ts';
import { isUtterance } from '../lexicon.ts';
import { auxiliary, isPossessive, isTime, phraseAfter } from '../phrases.ts';
import type { Token } from '../token.ts';
import { after } from './after.ts';
import type { Candidate } from './candidate.ts';
import { asSoon, clauseSoon, toSoon } from './clause.ts';
import { contentEnd } from './content-end.ts';
import { afterClear, contextAt } from './context.ts';
import { isPassive, speakerOf, telling } from './voice.ts';

const seeming = new Set(['seem', 'appear', 'be expect']);

/** “said that”, “wants to”, “called for”, “was told that”. */
export function verbCandidate(
  block: Block,
  sentence: number,
  verb: number,
  wanted: (key: string) => boolean,
): Candidate | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  const token = tokens[verb]!;
  const passive = isPassive(tokens, verb, floor);
  const lemma = passive ? `be ${token.lemma}` : token.lemma;

  const voice = speakerOf(block, sentence, verb, passive);
  const postposed = voice && after(block, sentence, verb, lemma, voice, wanted);
  if (postposed) return postposed;

  let next = verb + 1;
  while (
    next < ceiling &&
    inside[next]! < 0 &&
    /^(?:up|out|back|also|again|once|repeatedly|publicly|only|recently|later|flatly)$/.test(
      tokens[next]!.lower,
    ) &&
    tokens[next + 1]?.text !== undefined
  )
    next++;
  let { context, from } = contextAt(block, next, ceiling);
  if (telling.has(token.lemma) && (context === 'np' || context === 'bare')) {
    const whom = phraseAfter(block, next, ceiling);
    if (whom) {
      let past = whom.end;
      while (past < ceiling && isTime(tokens[past]!)) past++;
      const beyond = contextAt(block, past, ceiling);
      if (beyond.context !== 'end' && beyond.context !== 'other') ({ context, from } = beyond);
    }
  }
  // “said on Tuesday that”, “said in an interview that”: a clause a few words on.
  if (context.startsWith('p:') || context === 'time' || context === 'other') {
    const that = clauseSoon(block, next, ceiling);
    if (that >= 0) ({ context, from } = { context: 'that', from: that });
  }
  if (context === 'np') {
    const that = clauseSoon(block, next, Math.min(ceiling, next + 6));
    if (
      that > next &&
      /^(?:week|month|year|night|morning|afternoon|evening|time|weekend|reporters|interview|statement)$/.test(
        tokens[that - 1]!.lower,
      )
    )
      ({ context, from } = { context: 'that', from: that });
    else if (asSoon(block, next, ceiling)) context = 'np as';
    else if (toSoon(block, next, ceiling)) context = 'np to';
  }
  if (token.lemma === 'make') {
    // “make it clear that”, “make clear that”
    let at = next;
    if (tokens[at]?.lower === 'it') at++;
    if (/^(?:clear|plain|known|explicit)$/.test(tokens[at]?.lower ?? '') && inside[at]! < 0)
      ({ context, from } = afterClear(block, at + 1, ceiling));
  }
  if (context === 'end') return undefined;
  const key = `${lemma} ${context}`;
  if (!wanted(key)) return undefined;
  const end = contentEnd(block, from, ceiling, context);
  if (end - from < 1) return undefined;
  // “The plan seems to work”: nobody is named, and what seems is part of the report.
  if (
    context === 'to' &&
    voice &&
    seeming.has(lemma) &&
    !tokens.slice(from, from + 3).some((one) => isUtterance(one.lemma))
  )
    return {
      key,
      cue: { start: verb, end: verb + 1 },
      speaker: undefined,
      parts: [
        { start: (voice.refers ?? voice).start, end: verb },
        { start: from, end },
      ],
    };
  let cueStart = verb;
  while (
    cueStart > floor &&
    auxiliary(tokens[cueStart - 1]!) &&
    inside[cueStart - 1]! < 0 &&
    !isPossessiveAfterNoun(tokens, cueStart - 1) &&
    (!voice || cueStart > voice.end)
  )
    cueStart--;
  return {
    key,
    cue: { start: cueStart, end: verb + 1 },
    speaker: voice,
    refers: voice?.refers,
    parts: [{ start: from, end }],
  };
}

function isPossessiveAfterNoun(tokens: readonly Token[], at: number): boolean {
  return isPossessive(tokens[at]!) && tokens[at + 1]?.pos !== 'VERB';
}
