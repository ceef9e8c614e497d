import { describe, expect, test } from 'vitest';
import { cubeOf } from '../src/dense/cube.ts';
import { hasKernel, kernelOn, memoryOf } from '../src/dense/kernel.ts';
import { layoutOf } from '../src/dense/layout.ts';
import { phasesOf, tasksOn } from '../src/dense/tasks.ts';
import { putAllRanks, takeAllFlags } from '../src/dense.ts';
import {
  compact,
  concepts,
  dense,
  flag,
  graphStructureOf,
  type Model,
  type OptionSpec,
  plain,
  type Ranks,
  type Structure,
  stabilityOfAll,
  structureOf,
  structureOfCodes,
} from '../src/index.ts';
import { type CubeShape, randomCube } from './dense/random-cube.ts';
import { asDefined, everywhere } from './everywhere.ts';
import { programAt } from './random-expression.ts';
import { staircase } from './staircase.ts';

const free = (owner: number): OptionSpec => ({ owners: [owner], mode: 'single', direction: 'both' });

function modelOf(owners: readonly number[], feasible?: readonly number[], actors = 2): Model {
  const codes = [...Array(2 ** owners.length).keys()];
  return {
    actors,
    options: owners.map(free),
    impossible: codes
      .filter((code) => feasible && !feasible.includes(code))
      .map((code) => programAt(code, owners.length)),
  };
}

/** The same conflict beside an actor with four options about which nobody cares: large enough for vectors. */
function beside(structure: Structure, ranks: Ranks) {
  const { model, codes } = structure;
  const idle = Array<OptionSpec>(4).fill(free(model.actors));
  const larger: Model = { ...model, actors: model.actors + 1, options: [...model.options, ...idle] };
  const times = 2 ** idle.length;
  const shift = model.options.length;
  const all = Uint32Array.from(
    { length: times * codes.length },
    (_, k) => codes[k % codes.length]! + Math.floor(k / codes.length) * 2 ** shift,
  );
  return {
    structure: structureOfCodes(larger, all),
    ranks: [
      ...ranks.map((own) => Uint32Array.from(all, (_, k) => own[k % own.length]!)),
      new Uint32Array(all.length).fill(1),
    ],
  };
}

/** As defined; and with the idle actor beside it, where each state is as it was. */
function bothWays(model: Model, ranks: Ranks): readonly (readonly number[])[] {
  const structure = structureOf(model);
  const flags = asDefined(structure, ranks);
  const larger = beside(structure, ranks);
  everywhere(larger.structure, larger.ranks).forEach((own, actor) => {
    own.forEach((one, state) => {
      expect(one).toBe(flags[actor]?.[state % structure.codes.length] ?? 31);
    });
  });
  return flags;
}

const agree = (shape: CubeShape, seed: number) => {
  const { structure, ranks } = randomCube(shape, seed);
  return everywhere(structure, ranks);
};

describe('1: a chain of improvements is followed to its end before the next source is taken', () => {
  test.each([5, 6])('up to 2^%i steps of each of two actors', (k) => {
    const { structure, ranks } = staircase(k);
    const [own] = everywhere(structure, ranks);
    // Whatever actor 0 does, the others bring it to the top.
    expect(own!.every((flags) => flags & flag.seq)).toBe(true);
    expect(own!.some((flags) => !(flags & flag.nash))).toBe(true);
  });

  test('with the worst of it out of the way, the end of the chain still counts', () => {
    const { structure, ranks } = staircase(5);
    const only = structureOfCodes(
      structure.model,
      structure.codes.filter((code) => (code * 2_654_435_761) % 2 ** 32 < 2 ** 31 || code >>> 9 === 31),
    );
    everywhere(
      only,
      ranks.map((own) => Uint32Array.from(only.codes, (code) => own[code]!)),
    );
  });
});

test('2: a state from which no opponent improves is a source, though it needs no label', () => {
  // Nobody but actor 0 cares: no improvement answers anything, so that seq and sseq are nash.
  const { structure, ranks } = randomCube(
    { options: 9, actors: 3, percent: 60, ranks: 'strict', together: true },
    5,
  );
  const indifferent = ranks.map((own, actor) => (actor === 0 ? own : own.map(() => 7)));
  for (const flags of everywhere(structure, indifferent)[0]!) {
    const nash = flags & flag.nash ? 1 : 0;
    expect(flags & flag.seq ? 1 : 0).toBe(nash);
    expect(flags & flag.sseq ? 1 : 0).toBe(nash);
  }
});

describe('3: what smr and sseq weigh', () => {
  test('a state that is worse deters nothing, however high its level: min(P, level)', () => {
    // Actor 0 has options 0 and 1, actor 1 has option 2. From 0 (rank 2) actor 0 improves to 2 (rank 3), and is answered by 6 (rank 1).
    // From 1, which is worse than 0, nobody can answer, and actor 0 could still escape to rank 3.
    const flags = bothWays(modelOf([0, 0, 1], [0, 1, 2, 6]), [
      Uint32Array.of(2, 1, 3, 1),
      Uint32Array.of(1, 1, 1, 2),
    ]);
    expect(flags[0]![0]! & flag.smr).toBe(flag.smr);
    expect(flags[0]![0]! & flag.sseq).toBe(flag.sseq);
  });

  test('who stays where the sanction leads has what it has there: the own state counts in the escape', () => {
    const flags = bothWays(modelOf([0, 1]), [Uint32Array.of(2, 3, 1, 4), Uint32Array.of(1, 1, 2, 2)]);
    expect(flags[0]![0]! & flag.smr).toBe(0);
    expect(flags[0]![0]! & flag.sseq).toBe(0);
  });
});

test('4: ranks that leave no room for a place beside them are numbered anew', () => {
  for (const options of [8, 11]) {
    const { structure, ranks } = randomCube(
      { options, actors: 2, percent: 80, ranks: 'strict', together: true },
      3,
    );
    const high = ranks.map((own) => own.map((rank) => 2 ** 32 - 1 - own.length + rank));
    expect(everywhere(structure, high)).toEqual(everywhere(structure, ranks));
    const sparse = ranks.map((own) => own.map((rank) => rank * 1_000_003));
    expect(everywhere(structure, sparse)).toEqual(everywhere(structure, ranks));
  }
});

describe('5: cells of 128 states and more do not fit a byte', () => {
  test.each([6, 7, 8, 9])('an actor with %i options', (own) => {
    const owners = [...Array<number>(own).fill(0), ...Array<number>(4).fill(1)];
    for (const percent of [100, 70]) {
      const whole = structureOf(modelOf(owners));
      const structure = structureOfCodes(
        whole.model,
        whole.codes.filter((code) => (Math.imul(code + 1, 0x9e3779b1) >>> 0) % 100 < percent),
      );
      const order = (factor: number) =>
        Uint32Array.from(structure.codes, (code) => 1 + ((code * factor) % 1_009));
      expect(dense.refuses(structure)).toBeUndefined();
      everywhere(structure, [order(523), order(811)]);
    }
  });
});

test('6: between states that tie there is no improvement', () => {
  const model = modelOf([0, 0, 1, 1]);
  const flags = bothWays(model, [new Uint32Array(16).fill(5), new Uint32Array(16).fill(9)]);
  expect(flags).toEqual([Array(16).fill(31), Array(16).fill(31)]);
  for (const seed of [1, 2, 3])
    agree({ options: 10, actors: 3, percent: seed === 1 ? 100 : 55, ranks: 2, together: true }, seed);
});

describe('7: numbers are read without sign', () => {
  test('ranks on both sides of 2^31', () => {
    const { structure, ranks } = randomCube(
      { options: 9, actors: 3, percent: 100, ranks: 6, together: true },
      4,
    );
    const across = ranks.map((own) => own.map((rank) => 2 ** 31 - 3 + rank));
    expect(everywhere(structure, across)).toEqual(everywhere(structure, ranks));
  });

  test('the highest of 31 options', () => {
    const low = structureOf(modelOf([0, 0, 1, 1]));
    const ranks = [7, 11].map((factor) => Uint32Array.from(low.codes, (code) => 1 + ((code * factor) % 13)));
    const bits = [0, 27, 28, 30];
    const spread = Uint32Array.from(
      low.codes,
      (code) => bits.reduce((sum, bit, k) => sum + ((code >>> k) & 1) * 2 ** bit, 0) >>> 0,
    );
    const options = Array.from({ length: 31 }, (_, k) => free(k < 28 ? 0 : 1));
    const high = structureOfCodes({ actors: 2, options, impossible: [] }, spread);
    expect(everywhere(high, ranks)).toEqual(asDefined(low, ranks));
  });
});

test('8: what goes beyond the 4 GiB of WebAssembly is not laid out', () => {
  const wanted = { concepts, groups: [0, 1, 2, 3, 4, 5, 6] };
  const cube = (options: number, actors: number) => ({
    options,
    whole: true,
    renumbered: undefined,
    groups: Array.from({ length: actors }, (_, actor) => ({ actor, a: 4 * actor, k: 4 })),
  });
  expect(layoutOf(cube(24, 7), wanted)!.bytes).toBeLessThan(2 ** 32);
  expect(layoutOf(cube(26, 7), wanted)).toBeUndefined();
});

describe('9: memory that threads share', () => {
  test('is not needed', () => {
    expect(memoryOf(1).buffer).toBeInstanceOf(ArrayBuffer);
  });

  test.each([
    { percent: 100, parts: 1 },
    { percent: 100, parts: 3 },
    { percent: 60, parts: 2 },
    { percent: 60, parts: 5 },
  ])('gives the same, $percent % feasible, in $parts parts on as many lanes', ({ percent, parts }) => {
    expect(hasKernel()).toBe(true);
    for (const ranks of ['strict', 'priorities', 4] as const) {
      const conflict = randomCube({ options: 11, actors: 3, percent, ranks, together: true }, 6);
      const cube = cubeOf(conflict.structure);
      if (typeof cube === 'string') throw new Error(cube);
      const layout = layoutOf(cube, { concepts, groups: [...cube.groups.keys()] }, parts, parts)!;
      const memory = memoryOf(layout.bytes, true);
      expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(kernelOn(memory)).toBe(kernelOn(memory));
      putAllRanks(conflict.structure, conflict.ranks, layout, memory);
      const lanes = Array.from({ length: parts }, (_, lane) => tasksOn(memory, layout, lane));
      for (const phase of phasesOf(layout)) phase.forEach((task, at) => void lanes[at % parts]!(task));
      expect(takeAllFlags(conflict.structure, layout, memory)).toEqual(
        cube.groups.map(({ actor }) =>
          compact.stability(conflict.structure, conflict.ranks, actor, concepts),
        ),
      );
    }
  });
});

describe('11: few levels, priorities and gaps leave states that no sweep reaches', () => {
  test.each([
    ...([2, 3, 'priorities'] as const).flatMap((ranks) =>
      [100, 50, 20].map((percent) => ({ options: 12, actors: 3, percent, ranks, together: true })),
    ),
  ])('$ranks, $percent %', (shape) => {
    for (const seed of [11, 12]) agree(shape, seed);
  });
});

test('12: arcs need not be transitive, and nobody moves twice in a row', () => {
  // Actor 0 gains by 0 → 1. Actor 1 could lead on to 3, where actor 0 loses, only by two moves in a row.
  const structure = graphStructureOf({
    actors: 2,
    states: 4,
    moves: [
      [[0, 1]],
      [
        [1, 2],
        [2, 3],
      ],
    ],
  });
  const ranks = [Uint32Array.of(2, 3, 4, 1), Uint32Array.of(1, 2, 3, 4)];
  for (const solver of [compact, plain]) {
    const [own] = stabilityOfAll(solver, structure, ranks, concepts);
    expect(own![0]).toBe(0);
  }
  expect(dense.refuses(structure)).toBeDefined();
});

test('13: with a one-way option, everything feasible, gmr is no constant threshold', () => {
  // From 0 (rank 2) actor 0 improves to 1 only, and actor 1 answers with 5 (rank 1). Then it has nothing left to answer with: from 4
  // (rank 3) actor 0 improves to 6 undeterred.
  const structure = structureOf({
    actors: 2,
    options: [free(0), free(0), { ...free(1), direction: 'forward' }],
    impossible: [],
  });
  const ranks = [Uint32Array.of(2, 5, 1, 1, 3, 1, 4, 1), Uint32Array.of(1, 1, 1, 1, 2, 2, 2, 2)];
  const [own] = asDefined(structure, ranks);
  expect(own![0]! & flag.gmr).toBe(flag.gmr);
  expect(own![4]! & flag.gmr).toBe(0);
  expect(dense.refuses(structure)).toBeDefined();
});

describe('14: odd shapes', () => {
  test('one actor: every concept is nash', () => {
    const ranks = [Uint32Array.of(3, 1, 2, 3)];
    expect(bothWays(modelOf([0, 0], undefined, 1), ranks)).toEqual([[31, 0, 0, 31]]);
  });

  test('actors without options are stable everywhere, and deter nobody', () => {
    const ranks = [1, 2, 3].map((factor) => Uint32Array.of(1, 1 + factor, 4 - factor, 2));
    const flags = bothWays(modelOf([1, 1], undefined, 3), ranks);
    expect(flags[0]).toEqual([31, 31, 31, 31]);
    expect(flags[2]).toEqual([31, 31, 31, 31]);
    expect(flags[1]).toEqual([0, 31, 0, 0]);
  });

  test('nobody has an option', () => {
    expect(asDefined(structureOf(modelOf([], undefined, 2)), [Uint32Array.of(1), Uint32Array.of(4)])).toEqual(
      [[31], [31]],
    );
  });

  test('one feasible state', () => {
    const model = modelOf([0, 0, 1, 1], [9]);
    expect(bothWays(model, [Uint32Array.of(1), Uint32Array.of(2)])).toEqual([[31], [31]]);
  });

  test('one feasible state of two that every back end takes', () => {
    const model = modelOf([0, 1], [2]);
    const structure = structureOf(model);
    expect(dense.refuses(structure)).toBeUndefined();
    expect(bothWays(model, [Uint32Array.of(1), Uint32Array.of(2)])).toEqual([[31], [31]]);
  });

  test('no feasible state', () => {
    const structure = structureOf(modelOf([0, 1], []));
    expect(asDefined(structure, [new Uint32Array(0), new Uint32Array(0)])).toEqual([[], []]);
    expect(dense.refuses(structure)).toBe('it has no feasible state');
  });
});
