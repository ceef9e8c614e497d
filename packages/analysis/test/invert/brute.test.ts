import { type Case, readCase } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { randomCoalescedCase, randomGraphCase } from '../../../case/test/arbitrary-graph.ts';
import { profilesOf } from '../../src/grid/profiles.ts';
import { invertCase } from '../../src/invert/index.ts';
import { solvedAgain } from '../../src/invert/solve-again.ts';
import { bruteForce } from './brute.ts';

const concepts: readonly Concept[] = ['nash', 'seq', 'gmr', 'sseq', 'smr'];

function caseOf(seed: number): Case {
  const orders = seed % 3 === 0 ? {} : { orders: ['prefers' as const] };
  const { case: found } = readCase(randomCase(seed, { options: 4 + (seed % 2), ...orders }));
  return found!;
}

/** A random graph in which everybody has three priorities, that can be reordered. */
function graphWithPriorities(seed: number): string {
  const { coalesce: _, ...data } = parse(randomGraphCase(seed));
  const states = Object.keys(data.states);
  Object.values<Record<string, object>>(data.readings).forEach((own, actor) => {
    for (const [k, id] of Object.keys(own).entries()) {
      const at = (n: number) => states[(seed * 5 + actor * 3 + k + n * (1 + (seed % 3))) % states.length]!;
      own[id] = { prefers: [at(0), `not ${at(1)}`, `${at(2)} or ${at(3)}`] };
    }
  });
  return stringify(data);
}

describe('what it would take, against brute force', () => {
  it('finds exactly the minimal sets of up to two changes on random conflicts', { timeout: 600_000 }, () => {
    let sets = 0;
    let none = 0;
    let pairs = 0;
    const runs = process.env.DEMARCHE_DEEP ? 1_000 : 8;
    for (let seed = 1; seed <= runs; seed++) {
      const found = caseOf(seed);
      const profiles = profilesOf(found);
      const profile = profiles[seed % profiles.length]!;
      const scenario = [null, ...found.scenarios.map(({ id }) => id)][seed % (found.scenarios.length + 1)]!;
      const concept = concepts[seed % concepts.length]!;
      const agreements = (['any', 'at-rest', 'none'] as const)[seed % 3]!;
      const beliefs = seed % 2 ? 'as-held' : 'correct';
      const question = seed % 4 < 2 ? 'calm' : 'sealed';
      for (const wanted of ['yes', 'no'] as const) {
        const ask = { question, wanted, profile, concept, agreements, beliefs } as const;
        const result = invertCase(found, { ...ask, scenario });
        expect(result.exhausted).toBe(true);
        if (result.answer === wanted) {
          expect(result.changes).toEqual([]);
          continue;
        }
        const expected = bruteForce(found, scenario, ask).map((set) =>
          JSON.stringify(set.map((u) => u.change)),
        );
        const got = result.changes.map(({ parts }) => JSON.stringify(parts));
        expect([...got].sort(), `seed ${seed} ${wanted}`).toEqual(expected.sort());
        sets += got.length;
        pairs += result.changes.filter(({ parts }) => parts.length === 2).length;
        if (got.length === 0) none++;
      }
    }
    expect(sets).toBeGreaterThan(runs / 4);
    expect(pairs).toBeGreaterThan(0);
    expect(none).toBeGreaterThan(0);
  });

  it.each([
    ['coalesced states', (seed: number) => randomCoalescedCase(seed, 4), ['calm', 'sealed'], 3],
    ['graphs', graphWithPriorities, ['ends'], 25],
  ] as const)('the same with %s', { timeout: 600_000 }, (_, textOf, questions, usual) => {
    let sets = 0;
    const runs = process.env.DEMARCHE_DEEP ? 20 * usual : usual;
    for (let seed = 1; seed <= runs; seed++) {
      const found = readCase(textOf(seed)).case!;
      const profiles = profilesOf(found);
      const profile = profiles[seed % profiles.length]!;
      for (const question of questions)
        for (const wanted of ['yes', 'no'] as const) {
          const concept = concepts[seed % concepts.length]!;
          const ask = { question, wanted, profile, concept, agreements: 'any', beliefs: 'as-held' } as const;
          const result = invertCase(found, { ...ask, scenario: null });
          if (result.answer === wanted) continue;
          const expected = bruteForce(found, null, ask).map((set) =>
            JSON.stringify(set.map((u) => u.change)),
          );
          const got = result.changes.map(({ parts }) => JSON.stringify(parts));
          expect([...got].sort(), `seed ${seed} ${wanted}`).toEqual(expected.sort());
          sets += got.length;
        }
    }
    expect(sets).toBeGreaterThan(0);
  });

  it('lists the cheapest first, and what breaks a yes', () => {
    let broken = 0;
    for (let seed = 100; seed < 130; seed++) {
      const found = caseOf(seed);
      for (const question of ['calm', 'sealed']) {
        const result = invertCase(found, { question, wanted: 'yes', size: 1 });
        const cost = result.changes.map(({ parts, swaps }) => parts.length * 1000 + swaps);
        expect(cost).toEqual([...cost].sort((a, b) => a - b));
        if (result.answer !== 'yes') expect(result.breaking).toEqual([]);
        broken += result.breaking.length;
        for (const { part, answer } of result.breaking) {
          expect(['give', 'irrevocable']).toContain(part.kind);
          expect(answer).not.toBe('yes');
        }
      }
    }
    expect(broken).toBeGreaterThan(0);
  });

  it('stops when told to, and says how far it got', () => {
    const found = caseOf(7);
    const asked = {
      question: 'calm',
      wanted: invertCase(found, { question: 'calm', wanted: 'yes', size: 1 }).answer === 'yes' ? 'no' : 'yes',
    } as const;
    const whole = invertCase(found, asked);
    const part = invertCase(found, { ...asked, most: 3 });
    expect(whole.exhausted).toBe(true);
    expect(part.exhausted).toBe(false);
    expect(part.searched[0]!.decided).toBeLessThan(part.searched[0]!.sets);
    const aborted = invertCase(found, { ...asked, signal: AbortSignal.abort() });
    expect(aborted.searched[0]!.decided).toBe(0);
    expect(
      solvedAgain({ found, scenario: null }, [], {
        ...asked,
        profile: whole.profile,
        concept: 'seq',
        agreements: 'any',
        beliefs: 'correct',
      })?.answer,
    ).toBe(whole.answer);
  });
});
