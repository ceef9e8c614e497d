import type { Case, Order } from '@demarche/case';
import { concepts } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import {
  answerCase,
  type SweepSettings,
  settleCase,
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

/** Every case in which each actor has one reading and one order of its list, with its chance. */
function everyCase(whole: Case, dispersion: number): readonly Weighted<Case>[] {
  let cases: Weighted<Case>[] = [{ chance: 1, value: whole }];
  whole.actors.forEach((_, actor) => {
    const { posterior } = weighActor(whole, actor);
    const drawn = whole.readings[actor]!.flatMap((reading) =>
      orders(reading.order, reading.dispersion ?? dispersion).map(({ chance, value }) => ({
        chance: chance * posterior[reading.id]!.point,
        value: { ...reading, order: value },
      })),
    );
    cases = cases.flatMap((one) =>
      drawn.map(({ chance, value }) => ({
        chance: one.chance * chance,
        value: { ...one.value, readings: one.value.readings.map((r, i) => (i === actor ? [value] : r)) },
      })),
    );
  });
  return cases;
}

/** What each thing that a sweep counts has as its chance, by going through everything. */
function exactly(dispersion: number): ReadonlyMap<string, number> {
  const chances = new Map<string, number>();
  const add = (key: string, chance: number) => chances.set(key, (chances.get(key) ?? 0) + chance);
  let known = 0;
  for (const { chance, value } of everyCase(found, dispersion)) {
    known += chance;
    const [cell] = answerCase(value, { concepts: ['seq'], robustness: false }).cells;
    for (const [actor, reading] of Object.entries(cell!.profile)) add(`reading ${actor}.${reading}`, chance);
    for (const one of cell!.answers) {
      if (one.answer === 'gains') {
        for (const [actor, { change }] of Object.entries(one.gains)) add(`gains ${actor} ${change}`, chance);
        continue;
      }
      add(`${one.question} ${one.answer}`, chance);
      for (const [actor, reading] of Object.entries(cell!.profile))
        add(`${one.question} ${one.answer} under ${actor}.${reading}`, chance);
    }
    for (const code of new Set(cell!.course.rests.flat())) add(`rest ${code}`, chance);
    const { equilibria } = settleCase(value);
    for (const concept of concepts)
      for (const code of equilibria[concept]!) add(`${concept} ${code}`, chance);
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
    counts.set(`rest ${code}`, rest.count);
    for (const concept of concepts) counts.set(`${concept} ${code}`, equilibrium[concept].count);
  }
  return counts;
}

describe.each([0, 0.2, 0.7])('dispersion %f', (dispersion) => {
  const settings = { ...standardSweep, samples: 4000, dispersion, seed: 3 };
  const chances = exactly(dispersion);
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
