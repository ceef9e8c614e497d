import { settleCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { deep } from '../../../engine/test/runs.ts';
import { type CaseByForce, caseByForce, type Refusal } from './case-by-force.ts';
import { conceptNames, solveByForce } from './concepts-by-force.ts';
import { parseByForce } from './expression-by-force.ts';

const cases = deep ? 3_000 : 120;

/** In how many cases each thing was there and made a difference. */
const seen = new Map<string, number>();

describe('solve equals brute force on the text of the case', () => {
  it(`${cases} random cases, every scenario, first and last readings: every concept, actor and state`, () => {
    let [compared, conflicts] = [0, 0];
    for (let seed = 0; seed < cases; seed++) {
      const text = randomCase(seed);
      const forced = caseByForce(text);
      const found = readCase(text).case!;
      const things = new Set<string>();
      const { scenarios, readings, actors } = forced;
      const first = Object.fromEntries(actors.map((actor) => [actor, readings[actor]![0]!]));
      const last = Object.fromEntries(actors.map((actor) => [actor, readings[actor]!.at(-1)!]));
      const profiles = [first, ...(actors.some((actor) => first[actor] !== last[actor]) ? [last] : [])];
      if (profiles.length > 1) things.add('second readings');
      for (const scenario of [null, ...scenarios]) {
        for (const profile of profiles) {
          const said = settleCase(found, { profile, scenario });
          const { feasible, stable, equilibria } = said;
          const conflict = forced.conflict(profile, scenario);
          const solved = solveByForce(conflict);
          expect({ seed, scenario, profile, feasible, stable, equilibria }).toEqual({
            seed,
            scenario,
            profile,
            ...solved,
          });
          conflicts++;
          compared += solved.feasible.length * actors.length * conceptNames.length;
          for (const actor of actors) {
            things.add(forced.orderKind(actor, profile[actor]!));
            const ranks = conflict.states.map((state) => conflict.rank(actor, state));
            const many = new Set(ranks).size;
            if (many > 1 && many < ranks.length) things.add('ties');
          }
        }
        notice(forced, scenario, things);
      }
      for (const thing of things) seen.set(thing, (seen.get(thing) ?? 0) + 1);
    }
    expect(conflicts).toBeGreaterThan(2 * cases);
    expect(compared).toBeGreaterThan(500 * cases);
    if (process.env.DEMARCHE_SHOW) console.info(conflicts, compared, Object.fromEntries(seen));
  }, 600_000);

  it('takes the first readings and things as they stand unless told otherwise', () => {
    for (let seed = 0; seed < 50; seed++) {
      const text = randomCase(seed);
      const forced = caseByForce(text);
      const profile = Object.fromEntries(forced.actors.map((actor) => [actor, forced.readings[actor]![0]!]));
      const { feasible, stable, equilibria } = settleCase(readCase(text).case!);
      expect({ feasible, stable, equilibria }).toEqual(solveByForce(forced.conflict(profile, null)));
    }
  });

  it.each([
    ['impossible', 0.25],
    ['taken stays', 0.25],
    ['left stays', 0.1],
    ['gate', 0.25],
    ['lock', 0.1],
    ['joint on', 0.15],
    ['leaves a joint option', 0.15],
    ['moves a common option', 0.07],
    ['a move only in steps', 0.02],
    ['ties', 0.5],
    ['prefers', 0.25],
    ['ranking', 0.25],
    ['scores', 0.25],
    ['payoffs', 0.25],
    ['second readings', 0.5],
    ['start', 0.15],
    ['fix', 0.15],
  ])('%s is there and matters in at least so large a share of cases: %f', (thing, share) => {
    expect((seen.get(thing) ?? 0) / cases).toBeGreaterThanOrEqual(share);
  });
});

/** What refuses moves on its own here, and what kinds of moves there are. */
function notice(forced: CaseByForce, scenario: string | null, things: Set<string>) {
  const profile = Object.fromEntries(forced.actors.map((actor) => [actor, forced.readings[actor]![0]!]));
  const conflict = forced.conflict(profile, scenario);
  const plain = forced.conflict(profile, null);
  if (scenario === 'start') things.add('start');
  if (scenario === 'held' && plain.states.length !== conflict.states.length) things.add('fix');
  for (const actor of forced.actors) {
    for (const from of conflict.states) {
      const direct = new Set(conflict.moves(actor, from));
      for (const to of direct) {
        const flipped = (option: string) => from.taken.has(option) !== to.taken.has(option);
        if (forced.joint.some(flipped)) things.add('leaves a joint option');
        if (forced.common.some(flipped)) things.add('moves a common option');
        for (const next of conflict.moves(actor, to))
          if (next !== from && !direct.has(next)) things.add('a move only in steps');
      }
      for (const to of forced.flips(actor, from)) {
        const reasons: readonly Refusal[] = forced.refusals(actor, from, to, scenario);
        if (reasons.length === 1) things.add(reasons[0]!);
      }
    }
  }
}

describe('the reference reads expressions as the format page says', () => {
  const value = (text: string, names = 'a') => parseByForce(text)((name) => names.split(' ').includes(name));

  it.each([
    ['not a or a', true],
    ['not (a or a)', false],
    ['a or b and b', true],
    ['a xor a and b', true],
    ['a or a xor a', true],
    ['b implies a implies b', true],
    ['(b implies a) implies b', false],
    ['b iff b iff b', false],
    ['b or b iff b implies b', false],
    ['exactly 1 of (a, b, c)', true],
    ['at least 2 of (a, b, not c)', true],
    ['at most 0 of (a)', false],
    ['not at most 0 of (a) and true', true],
    ['not-now or false', false],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});
