/** A state of any number of options: option k is bit k % 32 of word k >> 5. */
export type Words = Uint32Array;

export function wordsFor(options: number): number {
  return Math.max(1, Math.ceil(options / 32));
}

export function bitOf(words: Words, option: number): 0 | 1 {
  return ((words[option >>> 5]! >>> (option & 31)) & 1) as 0 | 1;
}

export function setBit(words: Words, option: number, on: boolean): void {
  const bit = 1 << (option & 31);
  if (on) words[option >>> 5]! |= bit;
  else words[option >>> 5]! &= ~bit;
}

/** The decimal code of a state: option k contributes 2^k. */
export function codeOf(words: Words): bigint {
  return words.reduceRight((code, word) => (code << 32n) | BigInt(word), 0n);
}

/** The state with this code, from 0 to 2^options − 1. */
export function wordsOf(code: bigint, options: number): Words {
  return Uint32Array.from({ length: wordsFor(options) }, (_, at) =>
    Number((code >> BigInt(32 * at)) & 0xffffffffn),
  );
}

/** Two states have the same key exactly when they are the same. */
export function keyOf(words: Words): string {
  let key = '';
  for (const word of words) key += String.fromCharCode(word & 0xffff, word >>> 16);
  return key;
}
