import { compileCase, readCase } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { expect, test } from 'vitest';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { coalitionImprovements, coalitionReach } from '../../../engine/test/reference/coalition.ts';
import { type Conflict, conflictOf, flips, isOn } from '../../../engine/test/reference/conflict.ts';
import { improvements } from '../../../engine/test/reference/moves.ts';
import { deep } from '../../../engine/test/runs.ts';
import { ranksFor } from '../../src/answer/cell.ts';
import { dealsOverHeads, profilesOf, settleCoalitions } from '../../src/index.ts';

/** States that outsiders can lead to, each step an improvement of its mover that the concept does not deter. */
function gladlyReached(conflict: Conflict, concept: Concept, outside: readonly number[], s: number) {
  const undeterred = (j: number, from: number) =>
    [...improvements(conflict, j, from)].filter((t) => {
      const others = conflict.actors.filter((k) => k !== j);
      const answers =
        concept === 'nash'
          ? []
          : concept === 'gmr'
            ? coalitionReach(conflict, others, t)
            : coalitionImprovements(conflict, others, t);
      return ![...answers].some((s2) => conflict.rank(j, s2) <= conflict.rank(j, from));
    });
  const found = new Set<number>();
  const open = [s];
  while (open.length > 0) {
    const at = open.pop()!;
    for (const j of outside)
      for (const t of undeterred(j, at))
        if (!found.has(t)) {
          found.add(t);
          open.push(t);
        }
  }
  return found;
}

test('deals over heads are what the definition says: who gains, who loses, who can and would undo them', () => {
  const seen = { deals: 0, undo: 0, would: 0, agreements: 0 };
  for (let seed = 1; seed <= (deep ? 400 : 40); seed++) {
    const { case: found } = readCase(randomCase(seed, { options: 4 + (seed % 2) }));
    const compiled = compileCase(found!, null);
    const profiles = profilesOf(found!);
    const profile = profiles[seed % profiles.length]!;
    const concept = (['nash', 'seq', 'gmr'] as const)[seed % 3]!;
    const conflict = conflictOf(compiled.model, ranksFor(compiled, profile));
    const at = (id: string) => found!.actors.findIndex((one) => one.id === id);
    for (const from of conflict.states) {
      const better = (j: number, t: number) => conflict.rank(j, t) > conflict.rank(j, from);
      for (const deal of dealsOverHeads(found!, { profile, concept }, from)) {
        seen.deals++;
        const members = deal.coalition.map(at);
        const outside = conflict.actors.filter((j) => !members.includes(j));
        expect(members.length).toBeGreaterThan(1);
        expect(members.every((j) => better(j, deal.to))).toBe(true);
        expect(conflict.legal(from, deal.to)).toBe(true);
        for (const k of flips(compiled.model, from, deal.to)) {
          const { owners, mode } = compiled.model.options[k]!;
          const enough = mode === 'all' && isOn(deal.to, k) ? 'every' : 'some';
          expect(owners[enough]((j) => members.includes(j))).toBe(true);
        }
        expect(deal.losers.map(({ actor }) => at(actor))).toEqual(
          outside.filter((j) => conflict.rank(j, deal.to) < conflict.rank(j, from)),
        );
        const spoils = (t: number) => t !== deal.to && !members.every((j) => better(j, t));
        const reached = [...coalitionReach(conflict, outside, deal.to)];
        expect(deal.undo !== undefined).toBe(reached.some(spoils));
        const gladly = [...gladlyReached(conflict, concept, outside, deal.to)];
        expect(deal.wouldUndo !== undefined).toBe(gladly.some(spoils));
        for (const [way, states] of [
          [deal.undo, reached],
          [deal.wouldUndo, gladly],
        ] as const) {
          if (!way) continue;
          expect(states).toContain(way.to);
          expect(way.spoilt.map(at)).toEqual(members.filter((j) => !better(j, way.to)));
          expect(way.steps.at(-1)!.to).toBe(way.to);
        }
        if (deal.undo) seen.undo++;
        if (deal.wouldUndo) seen.would++;
        if (!deal.fails) seen.agreements++;
      }
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(4);
});

test('a coalition structure: whoever is in none of its coalitions is alone', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const found = readCase(randomCase(seed, { options: 4 })).case!;
    const [a, b, ...rest] = found.actors.map(({ id }) => id);
    const whole = settleCoalitions(found, {});
    const alone = settleCoalitions(found, { structure: [] });
    expect(alone.common).toEqual(alone.equilibria);
    const pair = settleCoalitions(found, { structure: [[b!, a!]] });
    expect(pair.coalitions.map(({ coalition }) => coalition)).toEqual([[a, b], ...rest.map((id) => [id])]);
    const both = whole.coalitions.find(({ coalition }) => coalition.join() === [a, b].join())!;
    expect(pair.coalitions[0]!.stable).toEqual(both.stable);
    expect(whole.common.every((code) => alone.common.includes(code) && pair.common.includes(code))).toBe(
      true,
    );
    for (const { coalition, stable, leaves } of whole.coalitions) {
      expect(leaves.map(({ from }) => from)).toEqual(
        whole.equilibria.filter((code) => !stable.includes(code)),
      );
      if (coalition.length === 1) expect(leaves).toEqual([]);
    }
  }
  const found = readCase(randomCase(1, { options: 4 })).case!;
  const [one] = found.actors.map(({ id }) => id);
  expect(() => settleCoalitions(found, { structure: [[one!], [one!]] })).toThrow('two coalitions');
  expect(() => settleCoalitions(found, { coalitions: [['nobody']] })).toThrow('no actor nobody');
});
