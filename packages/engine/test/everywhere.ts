import { expect } from 'vitest';
import {
  compact,
  concepts,
  dense,
  denseRanks,
  denseScalar,
  ensembleOf,
  flag,
  lanes,
  mostEnsembleStates,
  plain,
  type Ranks,
  type Structure,
  stabilityOfAll,
} from '../src/index.ts';
import { conflictOf } from './reference/conflict.ts';
import { stable } from './reference/stable.ts';

/** The flags by actor and state, after a look that every form of the engine which takes the conflict says the same. */
export function everywhere(structure: Structure, ranks: Ranks): readonly (readonly number[])[] {
  const expected = stabilityOfAll(compact, structure, ranks, concepts).map((flags) => [...flags]);
  for (const solver of [plain, dense, denseScalar]) {
    if (solver.refuses?.(structure) !== undefined) continue;
    const found = stabilityOfAll(solver, structure, ranks, concepts).map((flags) => [...flags]);
    expect(found, solver.name).toEqual(expected);
  }
  if (structure.codes.length <= mostEnsembleStates && !structure.arcs)
    for (const laneByLane of [false, true])
      expect(byEnsemble(structure, ranks, laneByLane), 'ensemble').toEqual(expected);
  return expected;
}

/** The same, and as the definitions say; for few states only. */
export function asDefined(structure: Structure, ranks: Ranks): readonly (readonly number[])[] {
  const flags = everywhere(structure, ranks);
  const conflict = conflictOf(structure.model, ranks);
  for (const concept of concepts)
    for (const i of conflict.actors)
      expect(
        conflict.states.filter((_, s) => (flags[i]![s]! & flag[concept]) !== 0),
        `${concept} for actor ${i}`,
      ).toEqual(conflict.states.filter((s) => stable(conflict, concept, i, s)));
  return flags;
}

function byEnsemble(structure: Structure, ranks: Ranks, laneByLane: boolean): readonly (readonly number[])[] {
  const states = structure.codes.length;
  const ensemble = ensembleOf(structure, laneByLane);
  ranks.forEach((own, actor) => {
    denseRanks(Float64Array.from(own)).forEach((rank, state) => {
      ensemble.ranks.fill(rank, (actor * states + state) * lanes, (actor * states + state + 1) * lanes);
    });
  });
  ensemble.solve();
  return ranks.map((own, actor) =>
    Array.from(own, (_, state) => ensemble.flags[(actor * states + state) * lanes + (state % lanes)]!),
  );
}
