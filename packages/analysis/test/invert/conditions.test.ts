import {
  compact,
  concepts,
  flag,
  graphStructureOf,
  type Model,
  op,
  type Program,
  type Ranks,
  type Structure,
  structureOf,
} from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { conditionsHold, equilibriumConditions } from '../../src/invert/index.ts';

const free = (...owners: number[]) => ({ owners, mode: 'single', direction: 'both' }) as const;
const program = (...words: number[]): Program => Int32Array.from(words);

const twoByTwo: Model = { actors: 2, options: [free(0), free(1)], impossible: [] };
/** Three actors, one option each, all but two patterns. */
const three: Model = {
  actors: 3,
  options: [free(0), free(1), free(2)],
  impossible: [program(0, 1, op.and, 2, op.not, op.and), program(0, op.not, 1, op.not, op.and, 2, op.and)],
};
const twoOfOne: Model = {
  actors: 2,
  options: [free(0), free(0), free(1)],
  impossible: [program(0, 1, op.and)],
};
const bound: Model = {
  actors: 3,
  options: [
    { ...free(0), gate: program(1) },
    { ...free(1), direction: 'forward' },
    { owners: [1, 2], mode: 'all', direction: 'both' },
  ],
  impossible: [],
};

/** All orders with ties, as dense ranks from 1. */
function weakOrders(states: number): Uint32Array[] {
  const found: Uint32Array[] = [];
  const fill = (ranks: number[]) => {
    if (ranks.length < states) {
      for (let rank = 1; rank <= states; rank++) fill([...ranks, rank]);
      return;
    }
    const top = Math.max(...ranks);
    if (new Set(ranks).size === top) found.push(Uint32Array.from(ranks));
  };
  fill([]);
  return found;
}

function strictOrders(states: number): Uint32Array[] {
  return weakOrders(states).filter((ranks) => new Set(ranks).size === states);
}

function* profiles(orders: readonly Uint32Array[], actors: number): Generator<Ranks> {
  const count = orders.length ** actors;
  for (let k = 0; k < count; k++)
    yield Array.from(
      { length: actors },
      (_, i) => orders[Math.floor(k / orders.length ** i) % orders.length]!,
    );
}

function* drawn(states: number, actors: number, count: number): Generator<Ranks> {
  let seed = 12345;
  const below = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  for (let k = 0; k < count; k++)
    yield Array.from({ length: actors }, () => Uint32Array.from({ length: states }, () => 1 + below(states)));
}

function agreesForward(structure: Structure, all: Iterable<Ranks>) {
  const conditions = concepts.map((concept) =>
    Array.from(structure.codes, (code) => equilibriumConditions(structure, concept, code)),
  );
  let wrong = 0;
  let seen = 0;
  for (const ranks of all) {
    for (let actor = 0; actor < structure.actors; actor++) {
      const flags = compact.stability(structure, ranks, actor, concepts);
      concepts.forEach((concept, c) => {
        for (let state = 0; state < flags.length; state++) {
          const forward = (flags[state]! & flag[concept]) !== 0;
          if (conditionsHold(structure, conditions[c]![state]![actor]!, ranks) !== forward) wrong++;
          seen++;
        }
      });
    }
  }
  expect(wrong).toBe(0);
  return seen;
}

describe('which comparisons make a state an equilibrium', () => {
  it('decides every profile of two options, ties included, as solving forward does', () => {
    agreesForward(structureOf(twoByTwo), profiles(weakOrders(4), 2));
  });

  it('decides every profile of three options', { timeout: 300_000 }, () => {
    const structure = structureOf(three);
    agreesForward(structure, drawn(structure.codes.length, 3, 1000));
    const four = structureOf({
      ...three,
      impossible: [...three.impossible, program(0, 1, op.and), program(0, 2, op.xor, 1, op.not, op.and)],
    });
    agreesForward(four, profiles(strictOrders(four.codes.length), 3));
    const six = structureOf(twoOfOne);
    agreesForward(six, drawn(six.codes.length, 2, 3000));
    const five = structureOf({ ...twoOfOne, impossible: [...twoOfOne.impossible, program(1, 2, op.and)] });
    agreesForward(five, profiles(strictOrders(five.codes.length), 2));
  });

  it('decides many profiles of whole cubes, with gates, one-way and joint options', {
    timeout: 300_000,
  }, () => {
    const cube = structureOf({ ...three, impossible: [] });
    agreesForward(cube, drawn(8, 3, 2000));
    agreesForward(structureOf(bound), drawn(8, 3, 2000));
  });

  it('decides every order of small graphs whose moves are not transitive, where ways pass a state twice', () => {
    // The second actor can go on from 2 only after another has moved: 2 → 3 → 2 by others lets it reach 4.
    const graph = graphStructureOf({
      actors: 4,
      states: 5,
      moves: [
        [[0, 1]],
        [
          [1, 2],
          [2, 4],
        ],
        [[2, 3]],
        [[3, 2]],
      ],
    });
    agreesForward(graph, drawn(5, 4, 1500));
    const small = graphStructureOf({
      actors: 2,
      states: 4,
      moves: [
        [
          [0, 1],
          [2, 3],
        ],
        [
          [1, 2],
          [2, 0],
          [3, 1],
        ],
      ],
    });
    agreesForward(small, profiles(strictOrders(4), 2));
  });

  it('says it in the fewest comparisons', () => {
    const structure = structureOf(twoByTwo);
    const [own] = equilibriumConditions(structure, 'nash', 0);
    expect(own!.any).toEqual([[{ actor: 0, better: 1, than: 0, holds: false }]]);
    expect(equilibriumConditions(structure, 'seq', 0)[0]!.any).toEqual([
      [{ actor: 0, better: 1, than: 0, holds: false }],
      [
        { actor: 0, better: 3, than: 0, holds: false },
        { actor: 1, better: 3, than: 1, holds: true },
      ],
    ]);
  });

  it('can leave out no comparison and no alternative', () => {
    const structure = structureOf({ ...three, impossible: [] });
    const all = [...drawn(8, 3, 4000)];
    for (const concept of concepts)
      for (const conditions of equilibriumConditions(structure, concept, 0)) {
        const any = conditions.any!;
        any.forEach((alternative, k) => {
          const others = { ...conditions, any: any.filter((_, at) => at !== k) };
          expect(
            all.some(
              (ranks) =>
                conditionsHold(structure, conditions, ranks) && !conditionsHold(structure, others, ranks),
            ),
          ).toBe(true);
          alternative.forEach((_, at) => {
            const weaker = { ...conditions, any: [...others.any, alternative.filter((_, b) => b !== at)] };
            expect(
              all.some(
                (ranks) =>
                  conditionsHold(structure, weaker, ranks) && !conditionsHold(structure, conditions, ranks),
              ),
            ).toBe(true);
          });
        });
      }
  });

  it('gives up on an actor with more alternatives than asked for', () => {
    const structure = structureOf({ ...three, impossible: [] });
    expect(equilibriumConditions(structure, 'seq', 0, { most: 1 })[0]!.any).toBeUndefined();
  });
});
