import { settleCase } from '@demarche/analysis';
import { compileCase, readCase } from '@demarche/case';
import { describe, expect, it } from 'vitest';
import { randomCoalescedCase, randomGraphCase } from '../../../case/test/arbitrary-graph.ts';
import { deep } from '../../../engine/test/runs.ts';
import { type CaseByForce, caseByForce } from './case-by-force.ts';
import { solveByForce } from './concepts-by-force.ts';
import { graphByForce } from './graph-by-force.ts';

const cases = deep ? 3_000 : 60;

type Forced = Pick<CaseByForce, 'actors' | 'readings' | 'scenarios' | 'conflict'>;

/** Every scenario, first and last readings: all that `solve --json --full` says of them. */
function expectSolved(text: string, forced: Forced, seed: number): void {
  const found = readCase(text).case!;
  const { scenarios, readings, actors } = forced;
  const pick = (at: number) => Object.fromEntries(actors.map((actor) => [actor, readings[actor]!.at(at)!]));
  for (const scenario of [null, ...scenarios])
    for (const profile of [pick(0), pick(-1)]) {
      const { feasible, stable, equilibria } = settleCase(found, { profile, scenario });
      expect({ seed, scenario, profile, feasible, stable, equilibria }).toEqual({
        seed,
        scenario,
        profile,
        ...solveByForce(forced.conflict(profile, scenario)),
      });
    }
}

describe('solve equals brute force on the text of the case', () => {
  it(`${cases} random cases in graph form`, () => {
    let [intransitive, coalesced, ruledOut] = [0, 0, 0];
    for (let seed = 0; seed < cases; seed++) {
      const text = randomGraphCase(seed);
      const forced = graphByForce(text);
      expectSolved(text, forced, seed);
      const { actors, states, moves } = forced.conflict(
        Object.fromEntries(forced.actors.map((actor) => [actor, forced.readings[actor]![0]!])),
        null,
      );
      const chains = actors.some((actor) =>
        states.some((from) => {
          const first = moves(actor, from);
          return first.some((at) => moves(actor, at).some((to) => to !== from && !first.includes(to)));
        }),
      );
      intransitive += chains ? 1 : 0;
      coalesced += compileCase(readCase(text).case!).structure.coalesced ? 1 : 0;
      ruledOut += text.includes('impossible:') ? 1 : 0;
    }
    expect(intransitive / cases).toBeGreaterThan(0.6);
    expect(coalesced / cases).toBeGreaterThan(0.1);
    expect(ruledOut / cases).toBeGreaterThan(0.05);
  }, 600_000);

  it(`${cases} random cases in option form with coalesced states`, () => {
    for (let seed = 0; seed < cases; seed++) {
      const text = randomCoalescedCase(seed, 5);
      expectSolved(text, caseByForce(text), seed);
    }
  }, 600_000);
});
