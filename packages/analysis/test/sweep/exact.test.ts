import { type Case, compileCase, type Order } from '@demarche/case';
import { concepts } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { gameOf } from '../../src/answer/cell.ts';
import {
  answerCell,
  type Beliefs,
  gamesOf,
  type Profile,
  type SweepSettings,
  standardSweep,
  sweepLayout,
  sweepResult,
  weighActor,
} from '../../src/index.ts';
import { work } from '../../src/sweep/work.ts';
import { smallText, soundCase } from './small-case.ts';

const found = soundCase(smallText);

type Weighted<T> = { readonly chance: number; readonly value: T };

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((one, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [one, ...rest]),
  );
}

/** Every order of a list with its chance under Mallows' model, from the definition. */
function orders(order: Order, dispersion: number): readonly Weighted<Order>[] {
  if (order.kind !== 'prefers') throw new Error('lists only');
  const { priorities } = order;
  const all = permutations([...priorities.keys()]).map((one) => {
    let swapped = 0;
    one.forEach((a, at) => {
      for (const b of one.slice(at + 1)) if (a > b) swapped++;
    });
    return { weight: dispersion ** swapped, one };
  });
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return all.map(({ weight, one }) => ({
    chance: weight / total,
    value: { kind: 'prefers', priorities: one.map((k) => priorities[k]!) },
  }));
}

type Version = { readonly found: Case; readonly profile: Profile };

/**
 * Every profile with every order of the readings that play a part in it, with its chance: the readings of the profile, and as held
 * also those that somebody believes in.
 */
function everyVersion(whole: Case, dispersion: number, asHeld: boolean): readonly Weighted<Version>[] {
  let versions: Weighted<Version>[] = [{ chance: 1, value: { found: whole, profile: {} } }];
  whole.actors.forEach(({ id: name }, actor) => {
    const { posterior } = weighActor(whole, actor);
    const believed = asHeld ? whole.beliefs.filter(({ about }) => about === actor) : [];
    const drawn = whole.readings[actor]!.flatMap(({ id }) => {
      const parts = new Set([id, ...believed.map(({ reading }) => reading)]);
      let lists: Weighted<Case['readings'][number]>[] = [
        { chance: posterior[id]!.point, value: whole.readings[actor]! },
      ];
      for (const part of parts) {
        const own = whole.readings[actor]!.find((one) => one.id === part)!;
        lists = lists.flatMap((list) =>
          orders(own.order, own.dispersion ?? dispersion).map(({ chance, value }) => ({
            chance: list.chance * chance,
            value: list.value.map((one) => (one.id === part ? { ...one, order: value } : one)),
          })),
        );
      }
      return lists.map((list) => ({ ...list, id }));
    });
    versions = versions.flatMap(({ chance, value }) =>
      drawn.map((list) => ({
        chance: chance * list.chance,
        value: {
          found: {
            ...value.found,
            readings: value.found.readings.map((one, i) => (i === actor ? list.value : one)),
          },
          profile: { ...value.profile, [name]: list.id },
        },
      })),
    );
  });
  return versions;
}

/** What each thing that a sweep counts has as its chance, by going through everything. */
function exactly(dispersion: number, beliefs: Beliefs): ReadonlyMap<string, number> {
  const chances = new Map<string, number>();
  const add = (key: string, chance: number) => chances.set(key, (chances.get(key) ?? 0) + chance);
  let known = 0;
  for (const { chance, value } of everyVersion(found, dispersion, beliefs === 'as-held')) {
    known += chance;
    const compiled = compileCase(value.found);
    const games = gamesOf(compiled.structure);
    const cell = answerCell(compiled, games, value.profile, 'seq', 'any', beliefs);
    const readings = Object.entries(value.profile);
    for (const [actor, reading] of readings) add(`reading ${actor}.${reading}`, chance);
    for (const one of cell.answers) {
      if (one.answer === 'gains') {
        for (const [actor, { change }] of Object.entries(one.gains)) add(`gains ${actor} ${change}`, chance);
        continue;
      }
      add(`${one.question} ${one.answer}`, chance);
      for (const [actor, reading] of readings)
        add(`${one.question} ${one.answer} under ${actor}.${reading}`, chance);
    }
    for (const code of new Set(cell.course.rests.flat())) add(`rest ${code}`, chance);
    for (const concept of concepts) {
      const game = gameOf(compiled, games, value.profile, concept, beliefs);
      const stable = value.found.actors.map((_, actor) => game.stable(actor));
      compiled.structure.codes.forEach((code, state) => {
        if (stable.every((one) => one[state] === 1)) add(`${concept} ${code}`, chance);
      });
    }
  }
  add('none', 1 - known);
  return chances;
}

/** The counts of a sweep under the same names. */
function counted(settings: SweepSettings): ReadonlyMap<string, number> {
  const tally = work({ found, settings })({ from: 0, to: settings.samples });
  const swept = sweepResult(sweepLayout(found, settings), settings, tally, 'all-done');
  const counts = new Map<string, number>([['none', swept.none.count]]);
  for (const { actor, reading, drawn } of swept.readings)
    counts.set(`reading ${actor}.${reading}`, drawn.count);
  for (const { question, answers, byReading } of swept.questions) {
    for (const [answer, { count }] of Object.entries(answers)) counts.set(`${question} ${answer}`, count);
    for (const one of byReading)
      for (const [answer, { count }] of Object.entries(one.answers))
        counts.set(`${question} ${answer} under ${one.actor}.${one.reading}`, count);
  }
  for (const { actor, changes } of swept.gains)
    for (const [change, { count }] of Object.entries(changes)) counts.set(`gains ${actor} ${change}`, count);
  for (const { code, rest, equilibrium } of swept.states!) {
    counts.set(`rest ${code}`, rest!.count);
    for (const concept of concepts) counts.set(`${concept} ${code}`, equilibrium[concept].count);
  }
  return counts;
}

describe.each([
  [0, 'correct'],
  [0.2, 'correct'],
  [0.7, 'correct'],
  [0.3, 'as-held'],
] as const)('dispersion %f, beliefs %s', (dispersion, beliefs) => {
  const settings = { ...standardSweep, samples: 4000, dispersion, beliefs, seed: 3 };
  const chances = exactly(dispersion, beliefs);
  const counts = counted(settings);

  it('counts what can happen and nothing else', () => {
    for (const [name, count] of counts)
      if (count > 0) expect(chances.get(name) ?? 0, name).toBeGreaterThan(0);
    const { samples } = settings;
    for (const [name, chance] of chances)
      if (chance * samples > 20) expect(counts.get(name) ?? 0, name).toBeGreaterThan(0);
  });

  it('as often as going through every reading and every order says, within 4.5 standard deviations', () => {
    const { samples } = settings;
    for (const [name, chance] of chances) {
      const error = (counts.get(name) ?? 0) - samples * chance;
      const deviation = Math.sqrt(samples * chance * Math.max(0, 1 - chance));
      expect(Math.abs(error), `${name}: ${counts.get(name)} of ${samples}, exactly ${chance}`).toBeLessThan(
        4.5 * deviation + 1e-6,
      );
    }
  });
});

it('beliefs play a part in this case', () => {
  const asHeld = exactly(0, 'as-held');
  const apart = [...exactly(0, 'correct')].filter(([name, chance]) => {
    return /^(?:fence|peace) \w+$/.test(name) && Math.abs(chance - (asHeld.get(name) ?? 0)) > 0.01;
  });
  expect(apart).not.toEqual([]);
});
