import type { Compiled } from '@demarche/case';
import { concepts, flag } from '@demarche/engine';
import { layoutOf, type Tally } from './layout.ts';
import { outcomesOf } from './outcome.ts';
import { samplerOf } from './sampler.ts';
import type { SweepSettings } from './settings.ts';

/** Samples `from` … `to` − 1. */
export type SampleRange = { readonly from: number; readonly to: number };

/** Prepares a sweep once, and gives the function that counts a range of its samples. */
export function tallier(compiled: Compiled, settings: SweepSettings): (range: SampleRange) => Tally {
  const layout = layoutOf(compiled);
  const sample = samplerOf(compiled, settings);
  const outcomeOf = outcomesOf(compiled, layout, settings);
  return ({ from, to }) => {
    const counts = new Float64Array(layout.size);
    for (let k = from; k < to; k++) {
      const drawn = sample(k);
      if (!drawn) {
        counts[layout.none]!++;
        continue;
      }
      const { actors, views } = drawn;
      const outcome = outcomeOf(
        actors.map(({ ranks }) => ranks),
        views,
      );
      actors.forEach(({ reading }, actor) => {
        counts[layout.reading(actor, reading)]!++;
      });
      outcome.verdicts.forEach((verdict, question) => {
        counts[layout.verdict(question, verdict)]!++;
        actors.forEach(({ reading }, actor) => {
          counts[layout.verdictUnder(question, actor, reading, verdict)]!++;
        });
      });
      outcome.changes.forEach((change, actor) => {
        counts[layout.gain(actor, change)]!++;
      });
      for (const state of outcome.rests) counts[layout.rest(state)]!++;
      outcome.equilibria.forEach((flags, state) => {
        if (flags === 0) return;
        concepts.forEach((concept, c) => {
          if (flags & flag[concept]) counts[layout.equilibrium(c, state)]!++;
        });
      });
    }
    return { samples: to - from, counts };
  };
}
