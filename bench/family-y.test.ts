import {
  bitOf,
  type Cube,
  feasibility,
  improvementsOf,
  isNash,
  setBit,
  statesIn,
  type Unlisted,
  type Words,
} from '@demarche/engine';
import { cadical, cubesOf, nashQuestion } from '@demarche/symbolic';
import { expect, test } from 'vitest';
import { nashByClingo } from './clingo-nash.ts';
import { mulberry32 } from './conflicts.ts';
import { familyY } from './family-y.ts';

const sat = await cadical();

function allNash(conflict: Unlisted): readonly Cube[] {
  const found: Cube[] = [];
  const search = cubesOf(nashQuestion(conflict), sat, { cubes: 100_000, conflicts: 10_000_000 });
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) {
      expect(next.value).toBe('all');
      return found;
    }
    if (next.value !== undefined) found.push(next.value);
  }
}

const isIn = (state: Words, cube: Cube) =>
  [...cube].every((mark, k) => mark === '-' || Number(mark) === bitOf(state, k));

/** A feasible state near a random one, then each actor in turn takes its best move, until nobody has one. */
function settled(conflict: Unlisted, next: () => number): Words | undefined {
  const { model } = conflict;
  const feasible = feasibility(model);
  const best = improvementsOf(conflict);
  const options = model.options.length;
  let state: Words = Uint32Array.from({ length: Math.ceil(options / 32) }, next);
  for (let k = options; k < 32 * state.length; k++) setBit(state, k, false);
  for (let tries = 0; !feasible(state); tries++) {
    if (tries === 1_000) return undefined;
    const broken = model.impossible.filter((one) => !feasibility({ ...model, impossible: [one] })(state));
    const options = [...broken[next() % broken.length]!].filter((word) => word >= 0);
    const k = options[next() % options.length]!;
    setBit(state, k, bitOf(state, k) === 0);
  }
  for (let round = 0; round < 100; round++) {
    const before = state;
    for (let actor = 0; actor < model.actors; actor++) state = best(actor, state)[0] ?? state;
    if (state === before) return state;
  }
  return undefined;
}

test.each([1, 2, 3, 4])('40 options: as many Nash equilibria as clingo finds, seed %i', async (seed) => {
  const conflict = familyY(40, 10, seed);
  const cubes = allNash(conflict);
  expect(Number(cubes.reduce((sum, cube) => sum + statesIn(cube), 0n))).toBe(await nashByClingo(conflict));
});

test.each([
  [40, 10, 2],
  [60, 15, 2],
  [100, 25, 4],
])('%i options: what a local search finds is among them, each found state holds', (options, actors, seed) => {
  const conflict = familyY(options, actors, seed);
  const cubes = allNash(conflict);
  const nash = isNash(conflict);
  for (const cube of cubes) {
    const state: Words = new Uint32Array(Math.ceil(options / 32));
    [...cube].forEach((mark, k) => {
      setBit(state, k, mark === '1');
    });
    expect(nash(state)).toBe(true);
  }
  const next = mulberry32(seed);
  let found = 0;
  for (let tries = 0; tries < 60; tries++) {
    const state = settled(conflict, next);
    if (!state) continue;
    found++;
    expect(cubes.filter((cube) => isIn(state, cube))).toHaveLength(1);
  }
  expect(found).toBeGreaterThan(0);
});
