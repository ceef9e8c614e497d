import { type ConceptName, type Cube, coverOf } from '@demarche/engine';
import type { Verdict } from './verdicts.ts';

/** The codes of the first `limit` states whose flags have the bit, and how many there are in all. */
export function listOf(
  codes: Uint32Array,
  flags: Uint8Array,
  bit: number,
  limit: number,
): { readonly codes: readonly number[]; readonly count: number } {
  let count = 0;
  for (let state = 0; state < flags.length; state++) if (flags[state]! & bit) count++;
  const listed: number[] = [];
  const end = Math.min(limit, count);
  for (let state = 0; listed.length < end; state++) if (flags[state]! & bit) listed.push(codes[state]!);
  return { codes: listed, count };
}

/** The same states as cubes, where they are more than `limit` and take no more cubes than that; option by option, bit k option k. */
export function cubesOf(
  codes: Uint32Array,
  flags: Uint8Array,
  bit: number,
  options: number,
  limit: number,
  count: number,
): readonly Cube[] | undefined {
  if (count <= limit) return undefined;
  const all = new Uint32Array(count);
  let at = 0;
  for (let state = 0; state < flags.length; state++) if (flags[state]! & bit) all[at++] = codes[state]!;
  return coverOf(all, options, limit);
}

/** The states that are an equilibrium under some concept, those under the most concepts first, then by code. */
export function restingOf(
  codes: Uint32Array,
  verdicts: readonly Verdict[],
  limit: number,
): {
  readonly listed: readonly { readonly code: number; readonly concepts: readonly ConceptName[] }[];
  readonly count: number;
} {
  const held = new Uint8Array(codes.length);
  for (const { everyone, bit } of verdicts)
    for (let state = 0; state < held.length; state++) if (everyone[state]! & bit) held[state]!++;
  const states: number[] = [];
  let count = 0;
  for (let most = verdicts.length; most > 0; most--)
    for (let state = held.indexOf(most); state !== -1; state = held.indexOf(most, state + 1)) {
      count++;
      if (states.length < limit) states.push(state);
    }
  const listed = states.map((state) => ({
    code: codes[state]!,
    concepts: verdicts.filter(({ everyone, bit }) => everyone[state]! & bit).map(({ concept }) => concept),
  }));
  return { listed, count };
}
