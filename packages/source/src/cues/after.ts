import type { Block } from '../block.ts';
import type { Token } from '../token.ts';
import type { Candidate, Subjectlike } from './candidate.ts';
import { clauseSoon } from './clause.ts';
import { addingWords, contentEnd, turning } from './content-end.ts';
import { contextAt } from './context.ts';

/** “The plan failed, Cole said on Tuesday”, “…, said Cole”, “The plan, Cole said, has failed”. */
export function after(
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
