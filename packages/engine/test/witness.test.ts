import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concepts, structureOf, type Witness, witnessesOf } from '../src/index.ts';
import type { Concept } from '../src/solver.ts';
import { conflicts } from './random-conflict.ts';
import { type Conflict, conflictOf } from './reference/conflict.ts';
import { improvements, reach } from './reference/moves.ts';
import { sanctions, stable, undeterred } from './reference/stable.ts';
import { runs } from './runs.ts';

/** Checks one claim: the improvement is one, the sanction is played by the others as the concept asks, and it deters. */
function expectTrue(
  conflict: Conflict,
  codes: Uint32Array,
  concept: Concept,
  i: number,
  s: number,
  { to, deterred, sanction }: Witness,
): void {
  const s1 = codes[to]!;
  expect([...improvements(conflict, i, s)]).toContain(s1);
  expect(deterred).toBe(!undeterred(conflict, concept, i, s).has(s1));
  if (!deterred) {
    expect(sanction).toEqual([]);
    return;
  }
  const walk = concept === 'seq' || concept === 'sseq' ? improvements : reach;
  expect(sanction.length).toBeGreaterThan(0);
  let here = s1;
  let last = i;
  for (const { actor, to: next } of sanction) {
    expect(actor).not.toBe(i);
    expect(actor).not.toBe(last);
    expect([...walk(conflict, actor, here)]).toContain(codes[next]!);
    here = codes[next]!;
    last = actor;
  }
  expect([...sanctions[concept](conflict, i, s, s1)]).toContain(here);
}

test.each(concepts)('%s: every improvement is named, and what is said of it is true', (concept) => {
  fc.assert(
    fc.property(conflicts(), ({ model, ranks }) => {
      const conflict = conflictOf(model, ranks);
      const structure = structureOf(model);
      for (const i of conflict.actors)
        for (const [at, s] of conflict.states.entries()) {
          const witnesses = witnessesOf(structure, ranks, i, concept, at);
          expect(witnesses.map(({ to }) => structure.codes[to]!).sort((a, b) => a - b)).toEqual(
            [...improvements(conflict, i, s)].sort((a, b) => a - b),
          );
          for (const witness of witnesses) expectTrue(conflict, structure.codes, concept, i, s, witness);
          expect(witnesses.every(({ deterred }) => deterred)).toBe(stable(conflict, concept, i, s));
        }
    }),
    runs(150, 31),
  );
});
