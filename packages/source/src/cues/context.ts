import type { Block } from '../block.ts';
import { isPossessivePronoun, isTime } from '../phrases.ts';
import { clauseAt } from './clause.ts';

const questions = /^(?:how|what|why|whether|if|when|where|who|which|whom|whatever)$/;

export type Context = { readonly context: string; readonly from: number };

/** What stands at token `at`: a clause with or without an opening word, an infinitive, a preposition, a thing. */
export function contextAt(block: Block, at: number, ceiling: number): Context {
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

export function afterClear(block: Block, at: number, ceiling: number): Context {
  const { context, from } = contextAt(block, at, ceiling);
  return { context: context === 'that' || context === 'bare' || context === 'wh' ? 'clear' : 'other', from };
}
