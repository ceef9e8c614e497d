import {
  type CourseGraph,
  coalitionsOf,
  courseOf,
  everyCoalition,
  gamesOf,
  membersOf,
} from '@demarche/analysis';
import {
  type Concept,
  coalesce,
  concepts,
  graphStructureOf,
  type Ranks,
  type Structure,
  structureOf,
} from '@demarche/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflicts } from '../../../engine/test/random-conflict.ts';
import { expressions, programOf } from '../../../engine/test/random-expression.ts';
import { graphs } from '../../../engine/test/random-graph.ts';
import { coalitionImprovements, coalitionReach } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, conflictOf } from '../../../engine/test/reference/conflict.ts';
import { classesOf, coalescedConflict, graphConflict } from '../../../engine/test/reference/graph.ts';
import { deep } from '../../../engine/test/runs.ts';
import { courseOf as referenceCourse, rests } from './course.ts';

const many = (usual: number) => (deep ? 8 * usual : usual);
const settings = ['any', 'at-rest', 'none'] as const;
const concept = fc.constantFrom(...concepts);

/** Steps as text; of a deal one set of movers that makes it valid. */
function expectCourse(
  structure: Structure,
  found: CourseGraph,
  conflict: Conflict,
  name: Concept,
  setting: (typeof settings)[number],
  from: number,
): number {
  const code = (node: number) => structure.codes[found.nodes[node]!]!;
  const expected = referenceCourse(conflict, name, setting, from);
  expect(found.nodes.map((_, node) => code(node)).sort((a, b) => a - b)).toEqual(expected.states);
  const steps = found.arcs.flatMap((arcs, node) =>
    arcs.map(({ movers, node: to }) => ({ from: code(node), to: code(to), movers })),
  );
  const alone = (
    all: readonly { readonly from: number; readonly to: number; readonly movers: readonly number[] }[],
  ) =>
    all
      .filter(({ movers }) => movers.length === 1)
      .map((one) => `${one.from}→${one.to} by ${one.movers}`)
      .sort();
  const joint = (
    all: readonly { readonly from: number; readonly to: number; readonly movers: readonly number[] }[],
  ) =>
    [...new Set(all.filter(({ movers }) => movers.length > 1).map((one) => `${one.from}→${one.to}`))].sort();
  expect(alone(steps)).toEqual(alone(expected.steps));
  expect(joint(steps)).toEqual(joint(expected.steps));
  for (const step of steps) if (step.movers.length > 1) expect(expected.steps).toContainEqual(step);
  const ends = found.rests
    .map((c) => found.components[c]!.map(code).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
  expect(ends).toEqual(rests(expected));
  return joint(steps).length;
}

test('the course of a graph, its deals and its rests, as the definitions have them', {
  timeout: 900_000,
}, () => {
  let deals = 0;
  fc.assert(
    fc.property(graphs, concept, fc.constantFrom(...settings), ({ model, ranks }, name, setting) => {
      const structure = graphStructureOf(model);
      const conflict = graphConflict([...structure.codes], model.moves, ranks);
      const game = gamesOf(structure)(ranks, name);
      for (const now of structure.codes.keys())
        deals += expectCourse(structure, courseOf(game, now, setting), conflict, name, setting, now);
    }),
    { numRuns: many(800), seed: 71 },
  );
  expect(deals).toBeGreaterThan(50);
});

type Joined = {
  readonly structure: Structure;
  readonly conflict: Conflict;
  readonly ranks: Ranks;
  readonly joins: boolean;
};

/** A random conflict with options some of whose states are coalesced; wholes take the rank of their least part. */
const joined: fc.Arbitrary<Joined> = fc
  .tuple(conflicts({ options: { max: 5 } }), fc.array(expressions, { minLength: 1, maxLength: 2 }))
  .map(([{ model, ranks }, written]) => {
    const same = written.map((one) => programOf(one, model.options.length));
    const single = conflictOf(model, ranks);
    const classes = classesOf(single.states, same);
    const structure = coalesce(structureOf(model), same);
    const codes = [...structure.codes];
    const own = ranks.map((rank) => Uint32Array.from(codes, (code) => rank[single.states.indexOf(code)]!));
    const whole = (code: number) => Math.min(...classes.find((one) => one.has(code))!);
    const even: Conflict = { ...single, rank: (i, code) => own[i]![codes.indexOf(whole(code))]! };
    return {
      structure,
      conflict: coalescedConflict(even, classes),
      ranks: own,
      joins: codes.length < single.states.length,
    };
  });

test('the course between coalesced states, as the definitions have it', { timeout: 900_000 }, () => {
  let [deals, joins] = [0, 0];
  fc.assert(
    fc.property(
      joined,
      concept,
      fc.constantFrom(...settings),
      ({ structure, conflict, ranks, joins: some }, name, setting) => {
        const game = gamesOf(structure)(ranks, name);
        joins += some ? 1 : 0;
        for (const [now, code] of structure.codes.entries())
          deals += expectCourse(structure, courseOf(game, now, setting), conflict, name, setting, code);
      },
    ),
    { numRuns: many(120), seed: 72 },
  );
  expect(deals).toBeGreaterThan(20);
  expect(joins).toBeGreaterThan(40);
});

test('where nothing is joined, everything is as without `coalesce`', { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(
      conflicts({ options: { max: 5 } }),
      concept,
      fc.constantFrom(...settings),
      ({ model, ranks }, name, setting) => {
        const plain = structureOf(model);
        const same = coalesce(plain, [programOf({ word: -2, of: [] }, 1)]);
        for (const now of plain.codes.keys()) {
          const [one, other] = [plain, same].map((structure) =>
            courseOf(gamesOf(structure)(ranks, name), now, setting),
          );
          expect(other).toEqual(one);
        }
      },
    ),
    { numRuns: many(100), seed: 73 },
  );
});

test('coalitions in a graph: stable by the definition, outsiders alone or together', {
  timeout: 900_000,
}, () => {
  fc.assert(
    fc.property(
      graphs,
      concept,
      fc.constantFrom('alone' as const, 'together' as const),
      ({ model, ranks }, name, outsiders) => {
        const structure = graphStructureOf(model);
        const conflict = graphConflict([...structure.codes], model.moves, ranks);
        const table = coalitionsOf(gamesOf(structure)(ranks, name), outsiders);
        for (const coalition of everyCoalition(model.actors)) {
          const members = membersOf(coalition, model.actors);
          expect([...table.stable(coalition)]).toEqual(
            [...structure.codes].map((s) => Number(stableFor(conflict, name, outsiders, members, s))),
          );
        }
      },
    ),
    { numRuns: many(300), seed: 74 },
  );
});

function stableFor(
  conflict: Conflict,
  name: Concept,
  outsiders: 'alone' | 'together',
  members: readonly number[],
  s: number,
): boolean {
  const others = conflict.actors.filter((j) => !members.includes(j));
  const better = (who: readonly number[], t: number, than: number) =>
    who.every((j) => conflict.rank(j, t) > conflict.rank(j, than));
  const gladly = name === 'seq' || name === 'sseq';
  const answers = (from: number): ReadonlySet<number> => {
    // Whatever coalitions of outsiders can do by moves is R_{N−H}.
    if (!gladly) return coalitionReach(conflict, others, from);
    if (outsiders === 'alone') return coalitionImprovements(conflict, others, from);
    // Sequences of turns of coalitions, none of which has two in a row.
    const turns = everyCoalition(conflict.actors.length).filter((one) =>
      membersOf(one, conflict.actors.length).every((j) => others.includes(j)),
    );
    const arrived = new Map<string, { readonly at: number; readonly by: number }>();
    const go = (here: number, last: number) => {
      for (const by of turns) {
        if (by === last) continue;
        const who = membersOf(by, conflict.actors.length);
        for (const at of coalitionReach(conflict, who, here))
          if (better(who, at, here) && !arrived.has(`${at} ${by}`)) arrived.set(`${at} ${by}`, { at, by });
      }
    };
    go(from, -1);
    for (const { at, by } of arrived.values()) go(at, by);
    return new Set([...arrived.values()].map(({ at }) => at));
  };
  const harm = (end: number) =>
    !better(members, end, s) &&
    (name === 'gmr' ||
      name === 'seq' ||
      ![...coalitionReach(conflict, members, end)].some((t) => better(members, t, s)));
  return [...coalitionReach(conflict, members, s)]
    .filter((t) => better(members, t, s))
    .every((t) => name !== 'nash' && [...answers(t)].some(harm));
}
