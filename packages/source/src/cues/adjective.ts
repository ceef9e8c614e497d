import type { Block } from '../block.ts';
import { subjectBefore } from '../phrases.ts';
import type { Candidate } from './candidate.ts';
import { contentEnd } from './content-end.ts';
import { contextAt } from './context.ts';

const holding = new Set(['be', 'remain', 'feel', 'become', 'seem', 'stay', 'sound', 'appear', 'grow']);

/** “is confident that …”, “remain sceptical of …”, “are willing to …”. */
export function adjectiveCandidate(
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
