import type { Concept as Name } from '../../src/solver.ts';
import type { Concept } from './concept.ts';
import { type Conflict, once } from './conflict.ts';
import { gmr } from './gmr.ts';
import { improvements } from './moves.ts';
import { nash } from './nash.ts';
import { seq } from './seq.ts';
import { smr } from './smr.ts';
import { sseq } from './sseq.ts';

/** The sanctions of each concept. */
export const sanctions: Readonly<Record<Name, Concept>> = { nash, gmr, smr, seq, sseq };

/** Improvements of i at s that no sanction of the concept deters. */
export function undeterred(conflict: Conflict, concept: Name, i: number, s: number): ReadonlySet<number> {
  return once(conflict, `undeterred ${concept} ${i} ${s}`, () => {
    const free = (s1: number) => sanctions[concept](conflict, i, s, s1).size === 0;
    return new Set([...improvements(conflict, i, s)].filter(free));
  });
}

/** s is stable for i: every improvement is deterred. */
export function stable(conflict: Conflict, concept: Name, i: number, s: number): boolean {
  return undeterred(conflict, concept, i, s).size === 0;
}

/** States stable for every actor. */
export function equilibria(conflict: Conflict, concept: Name): readonly number[] {
  return conflict.states.filter((s) => conflict.actors.every((i) => stable(conflict, concept, i, s)));
}
