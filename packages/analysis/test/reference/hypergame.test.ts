import { type CourseStep, gamesOf, type Perceived, perceiveCell, type Surprise } from '@demarche/analysis';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOf } from '../../../engine/src/index.ts';
import { deep } from '../../../engine/test/runs.ts';
import { gameOf as gameAsHeld } from '../../src/answer/cell.ts';
import { arcsFrom } from '../../src/answer/course.ts';
import { cellOf } from './answer.ts';
import { type Course, rests, type Step } from './course.ts';
import { expectAnswers, expectCourse } from './expect-cell.ts';
import {
  asBelieved,
  believedCourse,
  believedStable,
  believedSteps,
  firstLevel,
  gameOf,
  type Seen,
} from './hypergame.ts';
import { asHypergameCase, hypergames, profileIds } from './random-hypergame.ts';

const parts = [1, 2, 3, 4];
const conflictsPerPart = deep ? 2_500 : 20;

/** Fewest steps from where a course starts to each of its states. */
function distances({ now, steps }: Course): ReadonlyMap<number, number> {
  const distance = new Map([[now, 0]]);
  for (const [s, d] of distance)
    for (const { from, to } of steps) if (from === s && !distance.has(to)) distance.set(to, d + 1);
  return distance;
}

type Believed = {
  readonly stepsAt: (s: number) => readonly Step[];
  readonly restsFrom: (s: number) => readonly (readonly number[])[];
};

const isTaken = (believed: Believed, { from, to }: Step) =>
  believed.stepsAt(from).some((one) => one.to === to);

/** The steps that could be named as the first towards a rest, or round it, that nobody takes. */
function firstNotTaken(own: Course, rest: readonly number[], believed: Believed): readonly Step[] {
  const from = distances(own);
  const length = Math.min(...rest.map((s) => from.get(s)!));
  const leads = (s: number): boolean =>
    (rest.includes(s) && from.get(s) === length) ||
    own.steps.some((one) => one.from === s && from.get(one.to) === from.get(s)! + 1 && leads(one.to));
  const onTheWay = own.steps.filter((one) => from.get(one.to) === from.get(one.from)! + 1 && leads(one.to));
  const reached = new Set([own.now]);
  for (const s of reached)
    for (const one of onTheWay)
      if (one.from === s && isTaken(believed, one) && !rest.includes(s)) reached.add(one.to);
  const towards = onTheWay.filter(
    (one) => reached.has(one.from) && !rest.includes(one.from) && !isTaken(believed, one),
  );
  if (![...reached].some((s) => rest.includes(s))) return towards;
  const round = own.steps.filter((one) => rest.includes(one.from) && !isTaken(believed, one));
  return [...towards, ...round];
}

const sameStep = (one: Step, from: number, step: CourseStep) =>
  one.from === from && one.to === step.to && one.movers.join() === step.movers.join();

function expectSurprise(
  surprise: Exclude<Surprise, { kind: 'answer' }>,
  own: Course,
  believed: Believed,
): void {
  const { rest, from, step } = surprise;
  const leaving = rest.flatMap((s) => believed.stepsAt(s)).filter(({ to }) => !rest.includes(to));
  if (leaving.length > 0) {
    if (surprise.kind !== 'breaks') throw new Error('a step leaves the rest');
    expect(leaving.some((one) => sameStep(one, from, step))).toBe(true);
    expect(surprise.leadsTo).toEqual(believed.restsFrom(step.to));
    return;
  }
  if (surprise.kind !== 'never-comes') throw new Error('no step leaves the rest');
  expect(firstNotTaken(own, rest, believed).some((one) => sameStep(one, from, step))).toBe(true);
  const concerned = believed
    .stepsAt(from)
    .filter(({ movers }) => movers.some((mover) => step.movers.includes(mover)));
  for (const one of surprise.instead)
    expect(concerned.some((other) => sameStep(other, from, one))).toBe(true);
  const targets = (steps: readonly { readonly to: number }[]) => new Set(steps.map(({ to }) => to));
  // Of an agreement one set of movers is named: where several would do, another may hold nobody of those who do not move.
  if (concerned.every((one) => one.movers.length === 1))
    expect(targets(surprise.instead)).toEqual(targets(concerned));
  else for (const to of targets(surprise.instead)) expect(targets(concerned)).toContain(to);
}

const restsOf = (course: Course) => rests(course).map((rest) => rest.join());

/** (i) and (ii): one for each rest of the own course that is none as each sees it, and the right one. */
function expectSurprises(
  { surprises }: Perceived['expects'][number],
  own: Course,
  followed: Course,
  believed: Believed,
): void {
  const ofRests = surprises.filter((one) => one.kind !== 'answer');
  const actual = restsOf(followed);
  expect(ofRests.map(({ rest }) => rest.join())).toEqual(
    restsOf(own).filter((rest) => !actual.includes(rest)),
  );
  for (const one of ofRests) expectSurprise(one, own, believed);
}

test('what anybody does at any state, as each sees it', () => {
  let deals = 0;
  fc.assert(
    fc.property(hypergames, fc.nat(63), (random, drawn) => {
      const { game, cell } = random;
      const profile = game.readings.map((list, i) => (drawn >>> i) % list.length);
      const compiled = asHypergameCase(random)(cell.now);
      const { structure } = compiled;
      const played = gameAsHeld(compiled, gamesOf(structure), profileIds(profile), cell.concept, 'as-held');
      const seen = asBelieved(game, profile, cell.now);
      for (const from of seen.real.states) {
        const expected = believedSteps(seen, cell.concept, 'any', from);
        const found = arcsFrom(played, positionOf(structure, from), 'any').map(({ movers, to }) => ({
          from,
          to: structure.codes[to]!,
          movers,
        }));
        const key = ({ to, movers }: Omit<Step, 'from'>) =>
          movers.length > 1 ? `${to} agreed` : `${to} by ${movers}`;
        expect(found.map(key).sort()).toEqual([...new Set(expected.map(key))].sort());
        for (const step of found) expect(expected).toContainEqual(step);
        deals += found.filter(({ movers }) => movers.length > 1).length;
      }
    }),
    { numRuns: deep ? 10_000 : 70, seed: 9, endOnFailure: true },
  );
  expect(deals).toBeGreaterThan(50);
});

test.each(parts)('who plays which game, as the definitions have it, part %i', (seed) => {
  const counts = new Map<string, number>();
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(hypergames, fc.nat(63), (random, drawn) => {
      const { game, cell } = random;
      const { concept, setting, questions } = cell;
      const profile = game.readings.map((list, i) => (drawn >>> i) % list.length);
      const compiled = asHypergameCase(random);
      const games = gamesOf(compiled(cell.now).structure);
      // From where it stands, and from one more state.
      const { states } = asBelieved(game, profile, cell.now).real;
      for (const now of new Set([cell.now, states[drawn % states.length]!])) {
        const found = perceiveCell(compiled(now), games, profileIds(profile), concept, setting);
        const seen = asBelieved(game, profile, now);
        const courseIn = (one: Seen, from: number) => believedCourse(one, concept, setting, from);
        const followed = courseIn(seen, now);
        const believed: Believed = {
          stepsAt: (s) => believedSteps(seen, concept, setting, s),
          restsFrom: (s) => rests(courseIn(seen, s)),
        };
        expectCourse(found.asBelieved, cellOf(followed, questions));
        expectAnswers(found.asBelieved, cellOf(followed, questions), questions);
        expect(found.equilibria).toEqual(
          seen.real.states.filter((s) => seen.real.actors.every((i) => believedStable(seen, concept, i, s))),
        );
        found.expects.forEach((one, i) => {
          expect(one.profile).toEqual(profileIds(firstLevel(game, profile, i)));
          const own = courseIn(gameOf(game, profile, i, now), now);
          const answered = cellOf(own, questions);
          expectCourse(one.answer, answered);
          expectAnswers(one.answer, answered, questions);
          expectSurprises(one, own, followed, believed);
          const { answers } = cellOf(followed, questions);
          expect(
            one.surprises.flatMap((other) =>
              other.kind === 'answer' ? [[other.question, other.expected, other.believed]] : [],
            ),
          ).toEqual(
            Object.keys(answers)
              .filter((id) => answers[id]!.answer !== answered.answers[id]!.answer)
              .map((id) => [id, answered.answers[id]!.answer, answers[id]!.answer]),
          );
          for (const { kind } of one.surprises) count(kind);
        });
        if (JSON.stringify(found.asBelieved.course) !== JSON.stringify(found.asTrue.course))
          count('other course');
      }
    }),
    // Shrinking a hypergame takes far longer than finding it.
    { numRuns: conflictsPerPart, seed, endOnFailure: true },
  );
  for (const what of ['breaks', 'never-comes', 'answer', 'other course'])
    expect(counts.get(what) ?? 0, what).toBeGreaterThanOrEqual(2);
});
