import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConceptName, everyConcept, stabilityOf, structureOf, witnessesUnder } from '../../src/index.ts';
import { conflicts } from '../random-conflict.ts';
import { conflictOf } from '../reference/conflict.ts';
import { improvements, reach } from '../reference/moves.ts';
import { playedOf } from '../reference/played.ts';
import { sanctionsByRule } from '../reference/rules.ts';
import { runs } from '../runs.ts';

const asked: readonly ConceptName[] = [...everyConcept, 'lim3'];

test.each(asked)('%s: what is said of every improvement is true, and adds up to stability', (concept) => {
  fc.assert(
    fc.property(conflicts({ options: { max: 4 } }), ({ model, ranks }) => {
      const conflict = conflictOf(model, ranks);
      const structure = structureOf(model);
      const { stable } = stabilityOf(structure, ranks, concept);
      const witnesses = witnessesUnder(structure, ranks, concept);
      const code = (state: number) => structure.codes[state]!;
      for (const i of conflict.actors)
        for (const [state, s] of conflict.states.entries()) {
          const found = witnesses(i, state);
          const named = found.filter(({ improvement }) => improvement).map(({ to }) => code(to));
          expect(named.sort((a, b) => a - b)).toEqual(
            [...improvements(conflict, i, s)].sort((a, b) => a - b),
          );
          expect(found.every(({ deterred }) => deterred)).toBe(stable[i]![state] === 1);
          for (const { to, deterred, sanction, kind, end } of found) {
            expect(conflict.rank(i, code(end)) <= conflict.rank(i, s)).toBe(deterred);
            let here = code(to);
            for (const step of sanction) {
              if (kind === 'together') {
                expect([...improvements(conflict, step.actor, s)]).toContain(code(step.to));
                continue;
              }
              expect([...reach(conflict, step.actor, here)]).toContain(code(step.to));
              here = code(step.to);
            }
            if (kind !== 'together') expect(here).toBe(code(end));
          }
        }
    }),
    runs(60, 81),
  );
});

test.each(['once', 'single'] as const)('%s: the sanction named is one that the rule allows', (rule) => {
  fc.assert(
    fc.property(conflicts(), ({ model, ranks }) => {
      const conflict = conflictOf(model, ranks);
      const structure = structureOf(model);
      const played = playedOf(conflict);
      for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const) {
        const witnesses = witnessesUnder(structure, ranks, concept, rule);
        for (const i of conflict.actors)
          for (const [state, s] of conflict.states.entries())
            for (const { to, deterred, sanction, end } of witnesses(i, state)) {
              const by = sanctionsByRule(played, concept, rule, i, s, structure.codes[to]!);
              expect(deterred).toBe(by.length > 0);
              if (!deterred) continue;
              expect(by).toContain(structure.codes[end]!);
              expect(new Set(sanction.map(({ actor }) => actor)).size).toBe(sanction.length);
              if (rule === 'single') expect(sanction).toHaveLength(1);
            }
      }
    }),
    runs(60, 82),
  );
});
