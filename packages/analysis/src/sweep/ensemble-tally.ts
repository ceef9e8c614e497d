import type { Compiled } from '@demarche/case';
import { concepts, ensembleOf, lanes, mostEnsembleStates } from '@demarche/engine';
import type { Layout, Tally } from './layout.ts';
import { type DrawnActor, samplerOf } from './sampler.ts';
import type { SweepSettings } from './settings.ts';
import type { SampleRange } from './tally.ts';

/** Whether the equilibria of a case can be counted sixteen samples at a time. */
export function fitsEnsemble({ structure }: Compiled): boolean {
  return !structure.arcs && structure.codes.length <= mostEnsembleStates;
}

/** Counts equilibria of a range of samples, sixteen at a time: what `tallier` counts one by one. */
export function ensembleTallier(
  compiled: Compiled,
  layout: Layout,
  settings: SweepSettings,
): (range: SampleRange) => Tally {
  const sample = samplerOf(compiled, settings);
  const ensemble = ensembleOf(compiled.structure);
  const { states, ranks, counts: found } = ensemble;
  const put = (actors: readonly DrawnActor[], lane: number) => {
    for (let actor = 0; actor < actors.length; actor++) {
      const own = actors[actor]!.ranks;
      let at = actor * states * lanes + lane;
      for (let state = 0; state < states; state++, at += lanes) ranks[at] = own[state]!;
    }
  };
  return ({ from, to }) => {
    const counts = new Float64Array(layout.size);
    found.fill(0);
    let used = 0;
    for (let k = from; k < to; k++) {
      const drawn = sample(k);
      if (!drawn) {
        counts[layout.none]!++;
        continue;
      }
      for (let actor = 0; actor < drawn.actors.length; actor++)
        counts[layout.reading(actor, drawn.actors[actor]!.reading)]!++;
      put(drawn.actors, used++);
      if (used < lanes) continue;
      ensemble.solve();
      used = 0;
    }
    if (used > 0) ensemble.solve(used);
    for (let state = 0; state < states; state++)
      for (let c = 0; c < concepts.length; c++)
        counts[layout.equilibrium(c, state)] = found[state * concepts.length + c]!;
    return { samples: to - from, counts };
  };
}
