import type { Block } from '../block.ts';
import { isAttitude } from '../lexicon.ts';
import { according } from './according.ts';
import { adjectiveCandidate } from './adjective.ts';
import type { Candidate } from './candidate.ts';
import { nounCandidate } from './noun.ts';
import { verbCandidate } from './verb.ts';

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
