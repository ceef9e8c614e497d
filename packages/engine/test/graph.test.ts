/// <reference types="node" />
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Concept,
  coalesce,
  compact,
  concepts,
  graphStructureOf,
  moveGraphOf,
  movesFrom,
  plain,
  positionOf,
  reachFrom,
  structureOf,
  witnessesOf,
} from '../src/index.ts';
import { conflicts } from './random-conflict.ts';
import { expressions, programOf } from './random-expression.ts';
import { graphs } from './random-graph.ts';
import { coalitionImprovements, coalitionReach } from './reference/coalition.ts';
import { type Conflict, conflictOf } from './reference/conflict.ts';
import { classesOf, coalescedConflict, graphConflict } from './reference/graph.ts';
import { improvements, reach } from './reference/moves.ts';
import { sanctions, stable, undeterred } from './reference/stable.ts';
import { runs } from './runs.ts';
import { verdictsOf } from './suites/flags.ts';
import { graphConformance } from './suites/graph-conformance.ts';

graphConformance('plain', plain);

const sorted = (codes: Iterable<number>) => [...codes].sort((a, b) => a - b);

test('the back end for closed moves hands graphs on', () => {
  fc.assert(
    fc.property(graphs, ({ model, ranks }) => {
      const structure = graphStructureOf(model);
      expect(verdictsOf(compact, structure, ranks)).toEqual(verdictsOf(plain, structure, ranks));
    }),
    runs(200, 201),
  );
});

test('a sanction that leads back to the state itself counts', () => {
  // A leaves 0 for 1, B leads back: A is no better off than before.
  const structure = graphStructureOf({ actors: 2, states: 2, moves: [[[0, 1]], [[1, 0]]] });
  const ranks = [Uint32Array.of(1, 2), Uint32Array.of(2, 1)];
  expect(verdictsOf(plain, structure, ranks)).toMatchObject({
    nash: [[1], [0]],
    gmr: [
      [0, 1],
      [0, 1],
    ],
    seq: [
      [0, 1],
      [0, 1],
    ],
  });
});

test('nobody moves twice in a row: a sanction of two steps by one opponent is none, with a third between it is', () => {
  // A: 0 → 1. B would go 1 → 2 → 3, where A is worse off than at 0; C: 2 → 4, and B: 4 → 3.
  const alone = graphStructureOf({
    actors: 3,
    states: 5,
    moves: [
      [[0, 1]],
      [
        [1, 2],
        [2, 3],
      ],
      [],
    ],
  });
  const between = graphStructureOf({
    actors: 3,
    states: 5,
    moves: [
      [[0, 1]],
      [
        [1, 2],
        [4, 3],
      ],
      [[2, 4]],
    ],
  });
  const ranks = [Uint32Array.of(2, 3, 3, 1, 3), Uint32Array.of(1, 1, 1, 1, 1), Uint32Array.of(1, 1, 1, 1, 1)];
  const stableAt0 = (structure: typeof alone) => verdictsOf(plain, structure, ranks).gmr[0]!.includes(0);
  expect([stableAt0(alone), stableAt0(between)]).toEqual([false, true]);
});

/** What the definitions say of reach, coalitions and sanctions, on a structure with arcs. */
function expectAsDefined(
  conflict: Conflict,
  structure: ReturnType<typeof graphStructureOf>,
  ranks: readonly Uint32Array[],
  from: number,
): void {
  const { states } = conflict;
  const codes = (positions: Iterable<number>) => sorted([...positions].map((at) => structure.codes[at]!));
  for (const movers of [conflict.actors, conflict.actors.slice(1), conflict.actors.slice(0, 2)]) {
    for (const by of ['moves', 'improvements'] as const) {
      const found = reachFrom(structure, from, { actors: movers, ...(by === 'moves' ? {} : { ranks }) });
      const coalition = by === 'moves' ? coalitionReach : coalitionImprovements;
      const reached = [...states.keys()].filter((at) => at !== from && found.distance[at]! >= 0);
      expect(codes(reached)).toEqual(
        sorted(coalition(conflict, movers, states[from]!)).filter((s) => s !== states[from]),
      );
      const walk = by === 'moves' ? reach : improvements;
      for (const at of reached) {
        const path = found.path(at)!;
        expect(path).toHaveLength(found.distance[at]!);
        let here = states[from]!;
        let last = -1;
        for (const { actor, to } of path) {
          expect(actor).not.toBe(last);
          expect(walk(conflict, actor, here)).toContain(structure.codes[to]!);
          here = structure.codes[to]!;
          last = actor;
        }
        expect(here).toBe(states[at]);
      }
    }
  }
  for (const concept of concepts)
    for (const i of conflict.actors) {
      const s = states[from]!;
      const witnesses = witnessesOf(structure, ranks, i, concept, from);
      expect(codes(witnesses.map(({ to }) => to))).toEqual(sorted(improvements(conflict, i, s)));
      const walk = concept === 'seq' || concept === 'sseq' ? improvements : reach;
      for (const { to, deterred, sanction } of witnesses) {
        const s1 = structure.codes[to]!;
        expect(deterred).toBe(!undeterred(conflict, concept, i, s).has(s1));
        expect(sanction.length > 0).toBe(deterred);
        let here = s1;
        let last = i;
        for (const { actor, to: next } of sanction) {
          expect(actor).not.toBe(last);
          expect(walk(conflict, actor, here)).toContain(structure.codes[next]!);
          here = structure.codes[next]!;
          last = actor;
        }
        if (deterred) expect(sanctions[concept](conflict, i, s, s1)).toContain(here);
      }
    }
}

test('what is reached, with paths, and what deters, with sanctions, as the definitions have it', () => {
  fc.assert(
    fc.property(graphs, fc.nat(8), ({ model, ranks }, draw) => {
      const structure = graphStructureOf(model);
      const conflict = graphConflict([...structure.codes], model.moves, ranks);
      expectAsDefined(conflict, structure, ranks, draw % model.states);
    }),
    runs(300, 202),
  );
});

test('states that cannot be are left out with their arcs', () => {
  fc.assert(
    fc.property(graphs, fc.nat(511), ({ model, ranks }, mask) => {
      const left = Uint32Array.from([...Array(model.states).keys()].filter((s) => (mask >>> s) & 1));
      const structure = graphStructureOf(model, left);
      const moves = model.moves.map((own) => own.filter(([s, t]) => left.includes(s) && left.includes(t)));
      const own = ranks.map((rank) => Uint32Array.from(left, (s) => rank[s]!));
      const conflict = graphConflict([...left], moves, own);
      const verdicts = verdictsOf(plain, structure, own);
      for (const concept of concepts)
        for (const i of conflict.actors)
          expect(verdicts[concept][i]).toEqual(
            conflict.states.filter((s) => stable(conflict, concept, i, s)),
          );
      for (let s = 0; s < model.states; s++) expect(positionOf(structure, s)).toBe(left.indexOf(s));
    }),
    runs(200, 203),
  );
});

test('both forms have one view of moves', () => {
  fc.assert(
    fc.property(conflicts({ options: { max: 5 } }), ({ model }) => {
      const structure = structureOf(model);
      const { arcs, states } = moveGraphOf(structure);
      arcs.forEach(({ after, before }, i) => {
        const row = (links: typeof after, s: number) => [
          ...links.to.slice(links.start[s]!, links.start[s + 1]!),
        ];
        for (let s = 0; s < states; s++) {
          expect(row(after, s)).toEqual(sorted(movesFrom(structure, i, s)));
          for (const t of row(before, s)) expect([...movesFrom(structure, i, t)]).toContain(s);
        }
        expect(before.to).toHaveLength(after.to.length);
      });
    }),
    runs(200, 204),
  );
});

test.each([
  [{ actors: 1, states: 2, moves: [[[0, 0]]] }],
  [{ actors: 1, states: 2, moves: [[[0, 2]]] }],
  [{ actors: 1, states: 2, moves: [[[-1, 0]]] }],
] as const)('an arc that is none is refused: %j', (model) => {
  expect(() => graphStructureOf(model)).toThrow(RangeError);
});

test('coalesced states are one: arcs are the union of theirs, and every verdict, path and sanction follows', () => {
  let joined = 0;
  fc.assert(
    fc.property(
      conflicts({ options: { max: 5 } }),
      fc.array(expressions, { minLength: 1, maxLength: 2 }),
      fc.nat(31),
      ({ model, ranks }, written, draw) => {
        const same = written.map((one) => programOf(one, model.options.length));
        const base = structureOf(model);
        const single = conflictOf(model, ranks);
        const classes = classesOf(single.states, same);
        const structure = coalesce(base, same);
        const named = classes.map((one) => Math.min(...one)).sort((a, b) => a - b);
        expect([...structure.codes]).toEqual(named);
        joined += named.length < single.states.length && named.length > 1 ? 1 : 0;
        for (const code of single.states) {
          const name = Math.min(...classes.find((one) => one.has(code))!);
          expect(positionOf(structure, code)).toBe(named.indexOf(name));
        }
        // Nobody tells the members of a class apart: they take the rank of its least.
        const own = ranks.map((rank) =>
          Uint32Array.from(named, (code) => rank[single.states.indexOf(code)]!),
        );
        const even: Conflict = { ...single, rank: (i, code) => own[i]![named.indexOf(code)]! };
        const conflict = coalescedConflict(even, classes);
        conflict.actors.forEach((i) => {
          named.forEach((code, at) => {
            expect(sorted([...movesFrom(structure, i, at)].map((to) => named[to]!))).toEqual(
              sorted(reach(conflict, i, code)),
            );
          });
        });
        const verdicts = verdictsOf(plain, structure, own);
        for (const concept of concepts)
          for (const i of conflict.actors)
            expect(verdicts[concept][i]).toEqual(
              conflict.states.filter((s) => stable(conflict, concept, i, s)),
            );
        if (named.length > 0) expectAsDefined(conflict, structure, own, draw % named.length);
      },
    ),
    runs(300, 205),
  );
  expect(joined).toBeGreaterThan(100);
});

test('Elmira comes out as published', () => {
  const file = new URL('../../../fixtures/published/elmira-graph.json', import.meta.url);
  const said = JSON.parse(readFileSync(file, 'utf8')) as Elmira;
  const moves = said.actors.map((actor) =>
    Object.entries(said.moves[actor]!).flatMap(([from, ends]) =>
      ends.map((to) => [Number(from) - 1, to - 1] as const),
    ),
  );
  const structure = graphStructureOf({ actors: said.actors.length, states: said.feasible.length, moves });
  const ranks = said.actors.map((actor) =>
    Uint32Array.from(
      said.feasible,
      (s) => 1 + said.ranking[actor]!.length - said.ranking[actor]!.findIndex((same) => same.includes(s)),
    ),
  );
  const verdicts = verdictsOf(plain, structure, ranks);
  for (const concept of concepts) {
    const stableFor = Object.fromEntries(
      said.actors.map((actor, i) => [actor, verdicts[concept][i]!.map((s) => s + 1)]),
    );
    expect(stableFor).toEqual(said.referenceByActor[concept]);
    const common = said.feasible.filter((s) => said.actors.every((actor) => stableFor[actor]!.includes(s)));
    expect(common).toEqual(said.reference[concept]);
    if (said.remembered[concept]) expect(common).toEqual(said.remembered[concept]);
  }
});

type Elmira = {
  readonly actors: readonly string[];
  readonly feasible: readonly number[];
  readonly moves: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly ranking: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly remembered: Readonly<Partial<Record<Concept, readonly number[]>>>;
  readonly reference: Readonly<Record<Concept, readonly number[]>>;
  readonly referenceByActor: Readonly<Record<Concept, Readonly<Record<string, readonly number[]>>>>;
};
