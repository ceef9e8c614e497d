import type { Block } from './block.ts';
import { isAttitude, isUtterance } from './lexicon.ts';
import {
  auxiliary,
  isPossessive,
  isPossessivePronoun,
  isPronoun,
  isTime,
  mainSubject,
  phraseAfter,
  phraseBefore,
  subjectBefore,
} from './phrases.ts';
import type { Span, Token } from './token.ts';

/**
 * A passage that may report words, belief or intention. `key` is what the lexicon admits or not: the cue's dictionary form and what
 * follows it (`say that`, `want to`, `call for`). Spans are ranges of token indices of the block.
 */
export type Candidate = {
  readonly key: string;
  readonly cue: Span;
  readonly speaker: Span | undefined;
  /** Where the speaker is a relative pronoun: what it stands for. */
  readonly refers?: Span | undefined;
  readonly parts: readonly Span[];
};

/** All candidates of one sentence, admitted or not; the caller asks the lexicon. */
export function candidatesOf(block: Block, sentence: number, wanted: (key: string) => boolean): Candidate[] {
  const out: Candidate[] = [];
  const { start, end } = block.sentences[sentence]!;
  for (let at = start; at < end; at++) {
    if (block.inside[at]! >= 0) continue;
    const token = block.tokens[at]!;
    if (token.lower === 'according' && block.tokens[at + 1]?.lower === 'to') {
      const found = according(block, sentence, at);
      if (found && wanted(found.key)) out.push(found);
    } else if (isAttitude(token.lower) && (token.pos === 'ADJ' || token.pos === 'VERB')) {
      const found =
        adjectiveCandidate(block, sentence, at, wanted) ??
        (token.pos === 'VERB' ? verbCandidate(block, sentence, at, wanted) : undefined);
      if (found) out.push(found);
    } else if (token.pos === 'VERB') {
      const found = verbCandidate(block, sentence, at, wanted);
      if (found) out.push(found);
    } else if (token.pos === 'ADJ') {
      const found = adjectiveCandidate(block, sentence, at, wanted);
      if (found) out.push(found);
    } else if (token.pos === 'NOUN') {
      const found = nounCandidate(block, sentence, at, wanted);
      if (found) out.push(found);
    }
  }
  return out;
}

type Subjectlike = Span & { readonly refers?: Span | undefined };

const beForms = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", 'am', 'get', 'got']);
/** Verbs that tell somebody something: the first phrase after them is whom. */
const telling = new Set([
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
const seeming = new Set(['seem', 'appear', 'be expect']);
const questions = /^(?:how|what|why|whether|if|when|where|who|which|whom|whatever)$/;

function verbCandidate(
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

function isPassive(tokens: readonly Token[], verb: number, floor: number): boolean {
  if (/ing$/.test(tokens[verb]!.lower)) return false;
  for (let k = verb - 1; k >= floor && k >= verb - 4; k--) {
    const { lower, pos } = tokens[k]!;
    if (beForms.has(lower)) return true;
    if (pos !== 'ADV' && lower !== 'not' && lower !== "n't") return false;
  }
  return false;
}

/** Who a verb is said of. */
function speakerOf(block: Block, sentence: number, verb: number, passive: boolean): Subjectlike | undefined {
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

type Context = { readonly context: string; readonly from: number };

/** What stands at token `at`: a clause with or without an opening word, an infinitive, a preposition, a thing. */
function contextAt(block: Block, at: number, ceiling: number): Context {
  const { tokens, inside } = block;
  const token = tokens[at];
  if (!token || at >= ceiling) return { context: 'end', from: at };
  if (inside[at]! >= 0) return { context: 'quote', from: at };
  const { lower, pos, text } = token;
  if (text === ':' || text === ',') {
    const next = tokens[at + 1];
    if (!next || at + 1 >= ceiling) return { context: 'end', from: at };
    if (
      text === ',' &&
      inside[at + 1]! < 0 &&
      (/ing$/.test(next.lower) ||
        /^(?:when|as|after|before|who|a|an|during|while|in|at|on|with|but|and|according|though|although)$/.test(
          next.lower,
        ))
    )
      return { context: 'end', from: at };
    return { context: text, from: at + 1 };
  }
  if (/^[.!?;—–)-]/.test(text)) return { context: 'end', from: at };
  if (lower === 'that' && tokens[at + 1] && !/^[.,]$/.test(tokens[at + 1]!.text))
    return { context: 'that', from: at };
  if (questions.test(lower)) return { context: 'wh', from: at };
  if (lower === 'to' && (tokens[at + 1]?.pos === 'VERB' || tokens[at + 1]?.pos === 'AUX'))
    return { context: 'to', from: at };
  if (isTime(token)) return { context: 'time', from: at };
  if (pos === 'ADP' || lower === 'to' || (pos === 'SCONJ' && lower !== 'that'))
    return { context: `p:${lower}`, from: at + 1 };
  if (pos === 'VERB' && /ing$/.test(lower)) return { context: 'ing', from: at };
  if (clauseAt(block, at, ceiling)) return { context: 'bare', from: at };
  if (
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    pos === 'DET' ||
    pos === 'PRON' ||
    pos === 'NUM' ||
    isPossessivePronoun(token)
  )
    return { context: 'np', from: at };
  if (pos === 'ADJ') return { context: 'adj', from: at };
  return { context: 'other', from: at };
}

/** A subject and a finite verb within a few words. */
function clauseAt(block: Block, at: number, ceiling: number): boolean {
  const { tokens, inside } = block;
  for (let k = at; k < ceiling && k < at + 14; k++) {
    if (inside[k]! >= 0) return false;
    const { pos, lower, text } = tokens[k]!;
    if (pos === 'AUX' && k > at && !/^(?:to|be|been|being)$/.test(lower) && lower !== "'s") return true;
    if (lower === "'s" && pos === 'AUX') return true;
    if (pos === 'VERB')
      return (
        k > at &&
        !/ing$/.test(lower) &&
        tokens[k - 1]!.lower !== 'to' &&
        tokens[k - 1]!.pos !== 'ADP' &&
        tokens[k - 1]!.pos !== 'DET'
      );
    if (/^[,;:—]$/.test(text) || pos === 'SCONJ' || /^(?:who|which|that|to)$/.test(lower)) return false;
  }
  return false;
}

/** “sees him as”, “describes the plan as”. */
function asSoon({ tokens, inside }: Block, at: number, ceiling: number): boolean {
  for (let k = at + 1; k < ceiling && k < at + 9; k++) {
    if (inside[k]! >= 0) return false;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'as') return tokens[k + 1]?.pos !== 'PRON';
    if (text === ',' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

/** “wants the gate to stay open”. */
function toSoon({ tokens, inside }: Block, at: number, ceiling: number): boolean {
  for (let k = at + 1; k < ceiling && k < at + 8; k++) {
    if (inside[k]! >= 0) return false;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'to') return tokens[k + 1]?.pos === 'VERB' || tokens[k + 1]?.pos === 'AUX';
    if (text === ',' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

function clauseSoon(block: Block, at: number, ceiling: number): number {
  const { tokens, inside } = block;
  for (let k = at; k < ceiling && k < at + 12; k++) {
    if (inside[k]! >= 0) return -1;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'that' && k > at && tokens[k - 1]!.pos !== 'VERB') return k;
    if (/^[;:]$/.test(text) || pos === 'VERB') return -1;
  }
  return -1;
}

const turning = new Set(['but', 'yet', 'while', 'although', 'though', 'whereas']);
const addingWords =
  /^(?:adding|saying|noting|arguing|claiming|calling|citing|suggesting|telling|warning|insisting|declaring|explaining|pointing|accusing|describing|stressing|referring|stating|urging|vowing|according)$/;
const narrowing = /^(?:after|before|during|when|because|while|since|until|amid|despite)$/;
const opening = /^(?:while|though|although|as|when|if|because|after|since|before|once)$/;

/** Where what a cue reports ends: with its sentence, or where another voice or another thought begins. */
function contentEnd(block: Block, from: number, ceiling: number, context: string): number {
  const { tokens, inside, sentences, sentenceOf } = block;
  if (from >= ceiling) return from;
  const thing =
    context === 'np' ||
    context === 'np as' ||
    context.startsWith('p:') ||
    context === 'adj' ||
    context === 'ing';
  const subordinate = opening.test(tokens[sentences[sentenceOf[from]!]!.start]!.lower);
  let end = from;
  for (; end < ceiling; end++) {
    if (inside[end]! >= 0) continue;
    const { text, lower } = tokens[end]!;
    if (text === ';') break;
    if (end === from) continue;
    const next = tokens[end + 1];
    if (thing && (text === '—' || text === ':' || narrowing.test(lower) || isTime(tokens[end]!))) break;
    if (thing && text === ',' && !(next && /^(?:including|such|especially|particularly)$/.test(next.lower)))
      break;
    if (thing && lower === 'and' && next?.pos === 'VERB' && !/ing$/.test(next.lower)) break;
    if (!next || inside[end + 1]! >= 0) continue;
    if (text === ',' && (turning.has(next.lower) || addingWords.test(next.lower))) break;
    if (text === ',' && /^(?:who|which|whose)$/.test(next.lower)) break;
    if (text === ',' && next.lower === 'and' && clauseAt(block, end + 2, ceiling)) break;
    // “While X said that …, Y did …”: the main clause begins.
    if (subordinate && text === ',' && clauseAt(block, end + 1, ceiling)) break;
    if (lower === 'and' && isPronoun(next) && reportsSoon(tokens, end + 2)) break;
    if (lower === 'but' && (isPronoun(next) || next.pos === 'PROPN') && reportsSoon(tokens, end + 2)) break;
  }
  while (end > from && inside[end - 1]! < 0 && /^[.,!?;:…—–-]+$/.test(tokens[end - 1]!.text)) end--;
  return end;
}
const plainCues = new Set([
  'say',
  'tell',
  'add',
  'argue',
  'believe',
  'think',
  'claim',
  'note',
  'write',
  'warn',
  'suggest',
  'insist',
  'call',
  'ask',
]);
function reportsSoon(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < at + 3; k++) if (tokens[k] && plainCues.has(tokens[k]!.lemma)) return true;
  return false;
}

/** “The plan failed, Cole said on Tuesday”, “…, said Cole”, “The plan, Cole said, has failed”. */
function after(
  block: Block,
  sentence: number,
  verb: number,
  lemma: string,
  voice: Subjectlike,
  wanted: (key: string) => boolean,
): Candidate | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  const key = `${lemma} after`;
  if (!wanted(key)) return undefined;
  const inverted = voice.start > verb;
  let comma = inverted ? verb - 1 : voice.start - 1;
  let as = false;
  if (comma >= floor && tokens[comma]!.lower === 'as') {
    as = true;
    comma--;
  }
  const next = inverted ? voice.end : verb + 1;
  const tail = contextAt(block, next, ceiling).context;
  if (!(tail === 'end' || tail === ',' || tail === 'time' || tail.startsWith('p:') || tail === 'other'))
    return undefined;
  if (tail !== 'end' && tail !== ',' && clauseSoon(block, next, ceiling) >= 0) return undefined;
  if (as && comma < floor) {
    // “As Cole noted, the plan failed.”
    for (let k = next; k < ceiling; k++)
      if (inside[k]! < 0 && tokens[k]!.text === ',') {
        const end = contentEnd(block, k + 1, ceiling, 'that');
        return end > k + 1
          ? { key, cue: { start: verb, end: verb + 1 }, speaker: voice, parts: [{ start: k + 1, end }] }
          : undefined;
      }
    return undefined;
  }
  if (comma < floor || inside[comma]! >= 0 || !/^[,—–-]$/.test(tokens[comma]!.text)) return undefined;
  let begin = floor;
  for (let k = comma - 1; k > floor; k--)
    if (inside[k]! < 0 && tokens[k]!.text === ';') {
      begin = k + 1;
      break;
    }
  if (begin < comma && /^(?:but|and|so|yet|still|now)$/.test(tokens[begin]!.lower)) begin++;
  const clause = hasVerb(block, begin, comma);
  if (tail === ',' && tokens[next + 1] && !isAside(tokens[next + 1]!)) {
    const end = contentEnd(block, next + 1, ceiling, 'that');
    if (!clause && end - next < 4) return undefined;
    return {
      key,
      cue: { start: verb, end: verb + 1 },
      speaker: voice,
      parts:
        clause || comma - begin > 1
          ? [
              { start: begin, end: comma },
              { start: next + 1, end },
            ]
          : [{ start: next + 1, end }],
    };
  }
  if (!clause || comma - begin < 3) return undefined;
  return { key, cue: { start: verb, end: verb + 1 }, speaker: voice, parts: [{ start: begin, end: comma }] };
}

function isAside({ lower, pos }: Token): boolean {
  return (
    turning.has(lower) ||
    addingWords.test(lower) ||
    pos === 'ADP' ||
    /ing$/.test(lower) ||
    /^(?:a|an|the|who|when|as|and)$/.test(lower)
  );
}

function hasVerb({ tokens, inside }: Block, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (inside[k]! >= 0 || tokens[k]!.pos === 'VERB' || tokens[k]!.pos === 'AUX') return true;
  return false;
}

function according(block: Block, sentence: number, at: number): Candidate | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  const speaker = phraseAfter(block, at + 2, ceiling);
  const cue = { start: at, end: at + 2 };
  const key = 'according to';
  if (at <= floor + 1) {
    for (let k = at + 2; k < ceiling; k++)
      if (inside[k]! < 0 && tokens[k]!.text === ',' && k + 1 < ceiling) {
        // A comma may open an apposition; the last one before a finite clause counts.
        const end = contentEnd(block, k + 1, ceiling, 'that');
        if (end > k + 2 && (clauseAt(block, k + 1, ceiling) || inside[k + 1]! >= 0))
          return { key, cue, speaker, parts: [{ start: k + 1, end }] };
      }
    return undefined;
  }
  let end = at;
  while (end > floor && /^[,—–-]$/.test(tokens[end - 1]!.text)) end--;
  let begin = floor;
  for (let k = end - 1; k > floor; k--)
    if (
      inside[k]! < 0 &&
      (tokens[k]!.text === ';' || (tokens[k]!.text === ',' && tokens[k + 1]!.lower === 'but'))
    ) {
      begin = k + 1;
      break;
    }
  if (/^(?:but|and|so|yet|still)$/.test(tokens[begin]!.lower)) begin++;
  return end - begin < 2 ? undefined : { key, cue, speaker, parts: [{ start: begin, end }] };
}

function afterClear(block: Block, at: number, ceiling: number): Context {
  const { context, from } = contextAt(block, at, ceiling);
  return { context: context === 'that' || context === 'bare' || context === 'wh' ? 'clear' : 'other', from };
}

const holding = new Set(['be', 'remain', 'feel', 'become', 'seem', 'stay', 'sound', 'appear', 'grow']);

/** “is confident that …”, “remain sceptical of …”, “are willing to …”. */
function adjectiveCandidate(
  block: Block,
  sentence: number,
  at: number,
  wanted: (key: string) => boolean,
): Candidate | undefined {
  const { tokens, inside, sentences } = block;
  const { start: floor, end: ceiling } = sentences[sentence]!;
  let verb = at - 1;
  while (
    verb > floor &&
    inside[verb]! < 0 &&
    (tokens[verb]!.pos === 'ADV' || tokens[verb]!.lower === 'not' || tokens[verb]!.lower === "n't")
  )
    verb--;
  if (verb <= floor || inside[verb]! >= 0 || !holding.has(tokens[verb]!.lemma)) return undefined;
  const { context, from } = contextAt(block, at + 1, ceiling);
  const key = `be ${tokens[at]!.lower} ${context === 'bare' ? 'that' : context}`;
  if (!wanted(key)) return undefined;
  const speaker = subjectBefore(block, verb);
  if (context === 'end')
    return {
      key,
      cue: { start: verb, end: verb + 1 },
      speaker,
      refers: speaker?.refers,
      parts: [{ start: verb + 1, end: at + 1 }],
    };
  const end = contentEnd(block, from, ceiling, context);
  return end - from < 1
    ? undefined
    : {
        key,
        cue: { start: verb, end: at + 1 },
        speaker,
        refers: speaker?.refers,
        parts: [{ start: from, end }],
      };
}

/** “her claim that …”, “fears that …”, “the party's call for …”. */
function nounCandidate(
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
