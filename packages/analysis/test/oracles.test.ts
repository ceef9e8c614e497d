import { readFileSync } from 'node:fs';
import { type Case, compileCase, readCase } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import { describe, expect, test } from 'vitest';
import {
  answerCase,
  answerCell,
  type Beliefs,
  type CellAnswer,
  gamesOf,
  type Profile,
  perceivedProfile,
} from '../src/index.ts';

type Cell = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
  readonly answers: Readonly<Record<string, string>>;
  readonly passed: Readonly<Record<string, boolean>>;
  readonly rests: readonly (readonly number[])[];
};

type Oracle = {
  readonly cells: readonly Cell[];
  readonly expects: readonly (Omit<Cell, 'beliefs' | 'passed'> & { readonly actor: string })[];
  readonly shares: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
};

function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/oracle/${name}`, import.meta.url), 'utf8');
}

function said(cell: CellAnswer) {
  return {
    rests: cell.course.rests,
    answers: Object.fromEntries(cell.answers.map((one) => [one.question, one.answer])),
  };
}

function passedOf(cell: CellAnswer) {
  return Object.fromEntries(
    cell.answers.flatMap((one) => (one.answer === 'no' ? [[one.question, one.passed]] : [])),
  );
}

function ask(found: Case) {
  const tables = new Map(
    [null, ...found.scenarios.map(({ id }) => id)].map((scenario) => {
      const compiled = compileCase(found, scenario);
      return [scenario, { compiled, games: gamesOf(compiled.structure) }];
    }),
  );
  return (profile: Profile, scenario: string | null, concept: Concept, beliefs: Beliefs) => {
    const { compiled, games } = tables.get(scenario)!;
    return answerCell(compiled, games, profile, concept, 'any', beliefs);
  };
}

describe.each(['small', 'large', 'joint', 'lock', 'doubt'])('the oracle %s', (name) => {
  const found = readCase(fixture(`${name}.yaml`), { file: `${name}.yaml` }).case!;
  const oracle = JSON.parse(fixture(`${name}.json`)) as Oracle;
  const answer = ask(found);

  test.each(['correct', 'as-held'] as const)('every answer, rest and passed, beliefs %s', (beliefs) => {
    const cells = oracle.cells.filter((cell) => cell.beliefs === beliefs);
    expect(cells.length).toBeGreaterThanOrEqual(20);
    for (const { profile, scenario, concept, answers, passed, rests } of cells) {
      const cell = answer(profile, scenario, concept, beliefs);
      expect({ ...said(cell), passed: passedOf(cell) }).toEqual({ answers, passed, rests });
    }
  });

  test('what each actor expects', () => {
    expect(oracle.expects.length).toBeGreaterThanOrEqual(40);
    for (const { actor, profile, scenario, concept, answers, rests } of oracle.expects) {
      const i = found.actors.findIndex(({ id }) => id === actor);
      expect(said(answer(perceivedProfile(found, profile, i), scenario, concept, 'correct'))).toEqual({
        answers,
        rests,
      });
    }
  });

  test('shares to three digits, summing to one', () => {
    const concepts = Object.keys(oracle.shares) as Concept[];
    const { hinges } = answerCase(found, { concepts, robustness: false });
    for (const concept of concepts)
      for (const [question, shares] of Object.entries(oracle.shares[concept]!)) {
        const hinge = hinges.find((one) => one.concept === concept && one.question === question)!;
        expect(Object.keys(hinge.shares).sort()).toEqual(Object.keys(shares).sort());
        for (const [factor, share] of Object.entries(shares))
          expect(Math.abs(hinge.shares[factor]! - share), `${question} ${factor}`).toBeLessThanOrEqual(
            0.0005001,
          );
        const total = Object.values(hinge.shares).reduce((sum, share) => sum + share, 0);
        if (hinge.always === undefined) expect(total).toBeCloseTo(1, 9);
      }
  });
});
