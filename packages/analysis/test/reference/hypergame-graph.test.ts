import { perceiveCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { concepts } from '../../../engine/src/solver.ts';
import { graphs } from '../../../engine/test/random-graph.ts';
import { graphConflict } from '../../../engine/test/reference/graph.ts';
import { deep } from '../../../engine/test/runs.ts';
import { rests } from './course.ts';
import { asBelieved, believedCourse, believedStable, gameOf, type Hypergame } from './hypergame.ts';

const few = fc.array(fc.nat(8), { maxLength: 3 });
const often = fc.oneof(fc.constant<number[]>([]), few);

/** A graph whose actors have two readings each, misread each other and do not reckon with some states. */
const hypergames = fc
  .record({
    graph: graphs,
    others: fc.array(fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }), { minLength: 4, maxLength: 4 }),
    beliefs: fc.array(
      fc.record({ holder: fc.nat(3), of: fc.option(fc.nat(3)), about: fc.nat(3), reading: fc.nat(1) }),
      { maxLength: 6 },
    ),
    unperceived: fc.array(often, { minLength: 4, maxLength: 4 }),
    now: fc.nat(8),
    concept: fc.constantFrom(...concepts),
  })
  .map(({ graph: { model, ranks }, others, beliefs, unperceived, now, concept }) => {
    const { actors, states } = model;
    const all = [...Array(states).keys()];
    const hidden = unperceived.slice(0, actors).map((list) => [...new Set(list.map((s) => s % states))]);
    const game: Hypergame = {
      model: { actors, options: [], impossible: [] },
      graph: (own) => graphConflict(all, model.moves, own),
      readings: ranks.map((own, i) => [own, Uint32Array.from(others[i]!.slice(0, states), (r) => r + 1)]),
      beliefs: beliefs.flatMap((one) => {
        const [holder, about] = [one.holder % actors, one.about % actors];
        const of = one.of === null ? undefined : one.of % actors;
        if ((of ?? holder) === about || of === holder) return [];
        return [{ holder, about, reading: one.reading, ...(of === undefined ? {} : { of }) }];
      }),
      unaware: ranks.map(() => []),
      unperceived: hidden.map((list) => (code) => list.includes(code)),
    };
    return { game, moves: model.moves, hidden, now: now % states, concept, all };
  });

type Random = ReturnType<(typeof hypergames)['generate']>['value'];

/** The same as a case file. */
function textOf({ game, moves, hidden, now, all }: Random): string {
  const beliefs: Record<string, Record<string, unknown>> = {};
  for (const { holder, of, about, reading } of game.beliefs) {
    beliefs[`a${holder}`] ??= {};
    const own = beliefs[`a${holder}`]!;
    if (of === undefined) own[`a${about}`] = `r${reading}`;
    else {
      own.of ??= {};
      const levels = own.of as Record<string, Record<string, string>>;
      levels[`a${of}`] = { ...levels[`a${of}`], [`a${about}`]: `r${reading}` };
    }
  }
  const byActor = <T>(make: (i: number) => T) =>
    Object.fromEntries(game.readings.map((_, i) => [`a${i}`, make(i)]));
  return stringify({
    demarche: 1,
    title: 'A random graph',
    states: Object.fromEntries(all.map((s) => [`s${s}`, `State ${s}`])),
    actors: byActor((i) => ({
      name: `Actor ${i}`,
      moves: Object.fromEntries(
        all.map((s) => [`s${s}`, moves[i]!.filter(([from]) => from === s).map(([, to]) => `s${to}`)]),
      ),
    })),
    now: [`s${now}`],
    readings: byActor((i) =>
      Object.fromEntries(game.readings[i]!.map((own, k) => [`r${k}`, { payoffs: Array.from(own) }])),
    ),
    beliefs,
    unperceived: byActor((i) => hidden[i]!.map((s) => `s${s}`)),
    questions: { first: { ask: 'Is it the first?', 'holds-when': 's0' } },
  });
}

test('who plays which game in graph form, read from a case file', () => {
  let surprises = 0;
  let otherwise = 0;
  fc.assert(
    fc.property(hypergames, fc.nat(15), (random, drawn) => {
      const { game, now, concept } = random;
      const { case: found, diagnostics } = readCase(textOf(random));
      if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
      const profile = game.readings.map((_, i) => (drawn >>> i) & 1);
      const perceived = perceiveCase(found, {
        profile: Object.fromEntries(profile.map((k, i) => [`a${i}`, `r${k}`])),
        concept,
        agreements: 'none',
      });
      const seen = asBelieved(game, profile, now);
      const followed = believedCourse(seen, concept, 'none', now);
      const steps = perceived.asBelieved.course.states.flatMap(({ code, steps: out }) =>
        out.map(({ to, movers }) => `${code} ${to} ${movers}`),
      );
      expect(steps.sort()).toEqual(
        followed.steps.map(({ from, to, movers }) => `${from} ${to} ${movers}`).sort(),
      );
      expect(perceived.asBelieved.course.rests).toEqual(rests(followed));
      expect(perceived.equilibria).toEqual(
        seen.real.states.filter((s) => seen.real.actors.every((i) => believedStable(seen, concept, i, s))),
      );
      perceived.expects.forEach(({ answer, surprises: own }, i) => {
        const expected = rests(believedCourse(gameOf(game, profile, i, now), concept, 'none', now));
        expect(answer.course.rests).toEqual(expected);
        const actual = rests(followed).map((rest) => rest.join());
        expect(own.flatMap((one) => (one.kind === 'answer' ? [] : [one.rest.join()])).sort()).toEqual(
          expected
            .map((rest) => rest.join())
            .filter((rest) => !actual.includes(rest))
            .sort(),
        );
        surprises += own.length;
      });
      if (JSON.stringify(perceived.asBelieved.course) !== JSON.stringify(perceived.asTrue.course))
        otherwise++;
    }),
    { numRuns: deep ? 10_000 : 150, seed: 17, endOnFailure: true },
  );
  expect(surprises).toBeGreaterThan(20);
  expect(otherwise).toBeGreaterThan(20);
});
