import { compileCase, readCase } from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import type { Concept } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { randomFrom } from '../../../case/test/random.ts';
import { deep } from '../../../engine/test/runs.ts';
import { firstProfile, profilesOf } from '../../src/grid/profiles.ts';
import type { Ask } from '../../src/invert/ask.ts';
import type { Unit } from '../../src/invert/edit.ts';
import { invertCase, invertStepwise } from '../../src/invert/index.ts';
import { mentionedIn } from '../../src/invert/mention.ts';
import { solvedAgain } from '../../src/invert/solve-again.ts';
import { trialsOf } from '../../src/invert/trial.ts';
import { unitsOf } from '../../src/invert/units.ts';

const concepts: readonly Concept[] = ['nash', 'seq', 'gmr', 'sseq', 'smr'];
const article = new URL('../../../../cases/ukraine-talks-2025', import.meta.url).pathname;

function askedOf(seed: number) {
  const found = readCase(randomCase(seed, { options: 4 + (seed % 3), orders: ['prefers'] })).case!;
  const profiles = profilesOf(found);
  const scenario = [null, ...found.scenarios.map(({ id }) => id)][seed % (found.scenarios.length + 1)]!;
  const ask: Ask = {
    question: seed % 4 < 2 ? 'calm' : 'sealed',
    wanted: seed % 2 ? 'yes' : 'no',
    profile: profiles[seed % profiles.length]!,
    concept: concepts[seed % concepts.length]!,
    agreements: (['any', 'at-rest', 'none'] as const)[seed % 3]!,
    beliefs: seed % 2 ? 'as-held' : 'correct',
  };
  return { found, scenario, ask };
}

/** All single changes, and pairs of them as drawn. */
function* drawnSets(units: readonly Unit[], pairs: number, seed: number): Generator<readonly Unit[]> {
  for (const unit of units) yield [unit];
  const random = randomFrom(seed);
  for (let k = 0; k < pairs; k++) {
    const [a, b] = [random.below(units.length), random.below(units.length)].sort((x, y) => x - y);
    if (a !== b) yield [units[a!]!, units[b!]!];
  }
}

describe('what a set of changes does, worked out at few states', () => {
  it('is what solving the whole conflict says', { timeout: 300_000 }, () => {
    const seen: Record<string, number> = { impossible: 0, forced: 0, works: 0, fails: 0 };
    for (let seed = 1; seed <= (deep ? 400 : 24); seed++) {
      const { found, scenario, ask } = askedOf(seed);
      const compiled = compileCase(found, scenario);
      const played = { found, scenario };
      const [local, whole] = [{ local: true }, { local: false }].map((how) =>
        trialsOf(played, compiled, ask, how),
      );
      for (const set of drawnSets(unitsOf(compiled, ask.profile, ask.beliefs), 60, seed)) {
        const said = local!.outcome(set);
        expect(said, JSON.stringify(set.map(({ change }) => change))).toBe(whole!.outcome(set));
        seen[said]!++;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it('and so it is on a case of 1 536 states', { timeout: 300_000 }, () => {
    const found = loadCase(article).case!;
    for (const concept of ['nash', 'seq'] as const) {
      const ask: Ask = {
        question: 'truce-lasts',
        wanted: 'yes',
        profile: firstProfile(found, { russia: 'vassal-state' }),
        concept,
        agreements: 'any',
        beliefs: 'correct',
      };
      const compiled = compileCase(found, null);
      const played = { found, scenario: null };
      const local = trialsOf(played, compiled, ask);
      const whole = trialsOf(played, compiled, ask, { local: false });
      const all = [...drawnSets(unitsOf(compiled, ask.profile, 'correct'), deep ? 2_000 : 80, 7)];
      for (const set of deep ? all : all.slice(-60))
        expect(local.outcome(set), JSON.stringify(set.map(({ change }) => change))).toBe(whole.outcome(set));
    }
  });
});

describe('every set of changes that is reported', () => {
  it('gives the wanted answer, and no part of it does', { timeout: 300_000 }, () => {
    let pairs = 0;
    let singles = 0;
    for (let seed = 1; seed <= (deep ? 200 : 24); seed++) {
      const { found, scenario, ask } = askedOf(seed);
      const played = { found, scenario };
      const units = unitsOf(compileCase(found, scenario), ask.profile, ask.beliefs);
      const unitOf = new Map(units.map((unit) => [JSON.stringify(unit.change), unit]));
      const before = solvedAgain(played, [], ask)!.answer;
      for (const { parts } of invertCase(found, { ...ask, scenario }).changes) {
        const set = parts.map((part) => unitOf.get(JSON.stringify(part))!);
        expect(before).not.toBe(ask.wanted);
        expect(solvedAgain(played, set, ask)!.answer).toBe(ask.wanted);
        if (set.length === 1) singles++;
        else {
          pairs++;
          for (const unit of set) expect(solvedAgain(played, [unit], ask)?.answer).not.toBe(ask.wanted);
        }
      }
    }
    expect(singles).toBeGreaterThan(5);
    expect(pairs).toBeGreaterThan(5);
  });

  it('and what breaks a yes are all the single commitments that do, and no more', () => {
    let broken = 0;
    for (let seed = 1; seed <= (deep ? 200 : 30); seed++) {
      const { found, scenario, ask } = askedOf(seed);
      const compiled = compileCase(found, scenario);
      const played = { found, scenario };
      const result = invertCase(found, { ...ask, wanted: 'yes', scenario, size: 1, most: 0 });
      if (result.answer !== 'yes') continue;
      const asked = found.questions.find(({ id }) => id === ask.question)!;
      const mentioned = mentionedIn(found, asked.holdsWhen!.expression);
      const expected = unitsOf(compiled, ask.profile, ask.beliefs).flatMap((unit) => {
        const { change } = unit;
        if (change.kind !== 'give' && change.kind !== 'irrevocable') return [];
        const bit = found.options.findIndex(({ id }) => id === change.option);
        const stands = ((compiled.now! >>> bit) & 1) === 1;
        if (mentioned.has(change.option) && (change.kind === 'give' || stands === (change.once === 'on')))
          return [];
        const after = solvedAgain(played, [unit], { ...ask, wanted: 'no' });
        // After which it could hold nowhere says nothing.
        return after && after.answer !== 'yes' && !after.forced
          ? [{ part: change, answer: after.answer }]
          : [];
      });
      expect(result.breaking).toEqual(expected);
      broken += expected.length;
    }
    expect(broken).toBeGreaterThan(2);
  });

  it('is kept when the search is stopped on the way', () => {
    const found = loadCase(article).case!;
    const control = new AbortController();
    const asked = {
      question: 'truce-lasts',
      wanted: 'yes',
      profile: firstProfile(found, { russia: 'vassal-state' }),
      signal: control.signal,
    } as const;
    let steps = 0;
    const search = invertStepwise(found, asked);
    let next = search.next();
    for (; !next.done; next = search.next()) if (++steps === 480) control.abort();
    const { value } = next;
    expect(value.exhausted).toBe(false);
    expect(value.searched.map(({ size, sets, decided }) => [size, decided === sets])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(value.changes.length).toBeGreaterThan(10);
  });

  it('stops between commitments that could end a yes, and says that it did', () => {
    const found = readCase(`demarche: 1
title: Two
actors: { a: { options: { go: Go, stop: Stop } }, b: { options: { turn: Turn } } }
now: []
readings: { a: { r: { prefers: [a.go] } }, b: { r: { prefers: [b.turn] } } }
questions: { q: { ask: Does it go?, holds-when: a.go } }
`).case!;
    const control = new AbortController();
    expect(invertCase(found, { question: 'q', wanted: 'yes' })).toMatchObject({
      answer: 'yes',
      exhausted: true,
    });
    const search = invertStepwise(found, { question: 'q', wanted: 'yes', signal: control.signal });
    expect(search.next().done).toBe(false);
    control.abort();
    const { done, value } = search.next();
    expect(done).toBe(true);
    expect((value as { exhausted: boolean }).exhausted).toBe(false);
  });
});
