import { settleCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { expect, it } from 'vitest';
import { caseByForce } from '../../../analysis/test/whole/case-by-force.ts';
import { conceptNames, solveByForce } from '../../../analysis/test/whole/concepts-by-force.ts';
import { randomCase } from '../../../case/test/arbitrary-case.ts';
import { deep } from '../../../engine/test/runs.ts';
import { settleJson } from '../../src/json/index.ts';

const cases = deep ? 500 : 50;

it(`solve --json --full says what brute force on the text says, in ${cases} random cases`, () => {
  for (let seed = 0; seed < cases; seed++) {
    const text = randomCase(seed);
    const forced = caseByForce(text);
    const { actors, options } = forced;
    const profile = Object.fromEntries(actors.map((actor) => [actor, forced.readings[actor]![0]!]));
    const solved = solveByForce(forced.conflict(profile, null));
    const found = readCase(text).case!;
    const printed: unknown = JSON.parse(JSON.stringify(settleJson(found, settleCase(found), '0.0.0', true)));
    expect(printed).toMatchObject({
      actors,
      options,
      states: solved.feasible.length,
      concepts: [...conceptNames],
      readings: profile,
      scenario: null,
      ...solved,
    });
  }
}, 300_000);
