import type { Block } from '../block.ts';
import { phraseAfter } from '../phrases.ts';
import type { Candidate } from './candidate.ts';
import { clauseAt } from './clause.ts';
import { contentEnd } from './content-end.ts';

/** “according to Cole”. */
export function according(block: Block, sentence: number, at: number): Candidate | undefined {
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
