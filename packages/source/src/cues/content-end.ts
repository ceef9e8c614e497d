import type { Block } from '../block.ts';
import { isPronoun, isTime } from '../phrases.ts';
import type { Token } from '../token.ts';
import { clauseAt } from './clause.ts';

export const turning = new Set(['but', 'yet', 'while', 'although', 'though', 'whereas']);
export const addingWords =
  /^(?:adding|saying|noting|arguing|claiming|calling|citing|suggesting|telling|warning|insisting|declaring|explaining|pointing|accusing|describing|stressing|referring|stating|urging|vowing|according)$/;

const narrowing = /^(?:after|before|during|when|because|while|since|until|amid|despite)$/;
const opening = /^(?:while|though|although|as|when|if|because|after|since|before|once)$/;

/** Where what a cue reports ends: with its sentence, or where another voice or another thought begins. */
export function contentEnd(block: Block, from: number, ceiling: number, context: string): number {
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
