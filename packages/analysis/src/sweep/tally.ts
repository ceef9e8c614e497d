import type { Compiled } from '@demarche/case';
import { concepts, flag } from '@demarche/engine';
import { ensembleTallier, fitsEnsemble } from './ensemble-tally.ts';
import { layoutOf, type Tally } from './layout.ts';
import { outcomesOf } from './outcome.ts';
import { samplerOf } from './sampler.ts';
import type { SweepSettings } from './settings.ts';

/** Sets of concepts under which a state may be an equilibrium. */
const kinds = 2 ** concepts.length;

/** Samples `from` … `to` − 1. */
export type SampleRange = { readonly from: number; readonly to: number };

/** Prepares a sweep once, and gives the function that counts a range of its samples. */
export function tallier(compiled: Compiled, settings: SweepSettings): (range: SampleRange) => Tally {
  const layout = layoutOf(compiled, settings.only);
  if (settings.only === 'equilibria' && settings.beliefs === 'correct' && fitsEnsemble(compiled))
    return ensembleTallier(compiled, layout, settings);
  const sample = samplerOf(compiled, settings);
  const outcomeOf = outcomesOf(compiled, layout, settings);
  return ({ from, to }) => {
    const counts = new Float64Array(layout.size);
    const flagged = new Uint32Array(layout.codes.length * kinds);
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
      const { equilibria } = outcome;
      for (let state = 0; state < equilibria.length; state++) flagged[state * kinds + equilibria[state]!]!++;
    }
    for (let state = 0; state < layout.codes.length; state++)
      for (let flags = 1; flags < kinds; flags++) {
        const times = flagged[state * kinds + flags]!;
        if (times === 0) continue;
        concepts.forEach((concept, c) => {
          if (flags & flag[concept]) counts[layout.equilibrium(c, state)]! += times;
        });
      }
    return { samples: to - from, counts };
  };
}
