import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCase, readCase } from '@demarche/case';
import { concepts } from '@demarche/engine';
import { here, threads } from '@demarche/run';
import { expect, it } from 'vitest';
import { type SweepSettings, standardSweep, sweepCase, sweepLayout, sweepResult } from '../../src/index.ts';
import { fitsEnsemble } from '../../src/sweep/ensemble-tally.ts';
import { smallText } from './small-case.ts';

const root = join(import.meta.dirname, '../../../..');
const cases: readonly (readonly [name: string, text: string, byVectors: boolean])[] = [
  ['small', smallText, true],
  ['tutorial', readFileSync(join(root, 'cases/tutorial/case.yaml'), 'utf8'), true],
  ['graph', readFileSync(join(root, 'cases/harbour-graph/case.yaml'), 'utf8'), false],
];

it.each(cases)(
  '%s: counted alone, equilibria are what a sweep of answers counts, on any threads',
  async (_, text, byVectors) => {
    const found = readCase(text).case!;
    expect(fitsEnsemble(compileCase(found))).toBe(byVectors);
    for (const beliefs of ['correct', 'as-held'] as const) {
      const whole: SweepSettings = { ...standardSweep, samples: 187, seed: 5, dispersion: 0.6, beliefs };
      const only: SweepSettings = { ...whole, only: 'equilibria' };
      const [all, alone] = [sweepLayout(found, whole), sweepLayout(found, only)];
      const { tally } = await sweepCase(found, whole, { runner: here });
      const counted = await sweepCase(found, only, { runner: here });
      expect(await sweepCase(found, only, { runner: threads(2) })).toEqual(counted);
      alone.codes.forEach((__, state) => {
        concepts.forEach((___, c) => {
          expect(counted.tally.counts[alone.equilibrium(c, state)]).toBe(
            tally.counts[all.equilibrium(c, state)],
          );
        });
      });
      expect(counted.tally.counts[alone.none]).toBe(tally.counts[all.none]);
    }
  },
);

it.each(cases)('%s: counted alone, answers are those of the whole sweep', async (_, text) => {
  const found = readCase(text).case!;
  const whole: SweepSettings = { ...standardSweep, samples: 120, seed: 5, dispersion: 0.6 };
  const only: SweepSettings = { ...whole, only: 'answers' };
  const alone = sweepLayout(found, only);
  const { tally } = await sweepCase(found, whole, { runner: here });
  const counted = await sweepCase(found, only, { runner: here });
  expect(alone.size).toBeGreaterThan(1);
  expect(counted.tally.counts).toEqual(tally.counts.slice(0, alone.size));
  const { states, ...result } = sweepResult(sweepLayout(found, whole), whole, tally, 'all-done');
  expect(states).toBeDefined();
  expect({ ...sweepResult(alone, only, counted.tally, 'all-done'), settings: whole }).toEqual(result);
});
