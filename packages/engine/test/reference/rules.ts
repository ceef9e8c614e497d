import type { Concept } from '../../src/solver.ts';
import { better, type Played } from './played.ts';

/** What `movers` can bring about from s1 where each of `movers` moves at most once: by any order of any of them. */
export function afterTurns(
  step: (j: number, from: number) => Iterable<number>,
  movers: readonly number[],
  s1: number,
): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const j of movers)
    for (const s2 of step(j, s1)) {
      reached.add(s2);
      const left = movers.filter((k) => k !== j);
      for (const later of afterTurns(step, left, s2)) reached.add(later);
    }
  return reached;
}

/** States that sanction i's improvement from s to s1 by sequences as the rule allows. */
export function sanctionsByRule(
  played: Played,
  concept: Exclude<Concept, 'nash'>,
  rule: 'once' | 'single',
  i: number,
  s: number,
  s1: number,
): readonly number[] {
  const { rank, moves, actors } = played;
  const glad = concept === 'seq' || concept === 'sseq';
  const step = (j: number, from: number) => (glad ? better(played, j, from) : moves(j, from));
  const others = actors.filter((j) => j !== i);
  const reached =
    rule === 'once' ? afterTurns(step, others, s1) : new Set(others.flatMap((j) => [...step(j, s1)]));
  const noBetter = (t: number) => rank(i, t) <= rank(i, s);
  const noEscape = concept === 'smr' || concept === 'sseq';
  return [...reached].filter((s2) => noBetter(s2) && (!noEscape || [...moves(i, s2)].every(noBetter)));
}

export const stableUnderRule = (
  played: Played,
  concept: Concept,
  rule: 'once' | 'single',
  i: number,
  s: number,
): boolean =>
  concept === 'nash'
    ? better(played, i, s).length === 0
    : better(played, i, s).every((s1) => sanctionsByRule(played, concept, rule, i, s, s1).length > 0);
