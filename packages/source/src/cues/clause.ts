import type { Block } from '../block.ts';

/** A subject and a finite verb within a few words. */
export function clauseAt(block: Block, at: number, ceiling: number): boolean {
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
export function asSoon({ tokens, inside }: Block, at: number, ceiling: number): boolean {
  for (let k = at + 1; k < ceiling && k < at + 9; k++) {
    if (inside[k]! >= 0) return false;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'as') return tokens[k + 1]?.pos !== 'PRON';
    if (text === ',' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

/** “wants the gate to stay open”. */
export function toSoon({ tokens, inside }: Block, at: number, ceiling: number): boolean {
  for (let k = at + 1; k < ceiling && k < at + 8; k++) {
    if (inside[k]! >= 0) return false;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'to') return tokens[k + 1]?.pos === 'VERB' || tokens[k + 1]?.pos === 'AUX';
    if (text === ',' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

export function clauseSoon(block: Block, at: number, ceiling: number): number {
  const { tokens, inside } = block;
  for (let k = at; k < ceiling && k < at + 12; k++) {
    if (inside[k]! >= 0) return -1;
    const { lower, pos, text } = tokens[k]!;
    if (lower === 'that' && k > at && tokens[k - 1]!.pos !== 'VERB') return k;
    if (/^[;:]$/.test(text) || pos === 'VERB') return -1;
  }
  return -1;
}
