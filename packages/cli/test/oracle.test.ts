import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, root } from './run.ts';

type Oracle = {
  readonly shares: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly cells: readonly {
    readonly profile: Readonly<Record<string, string>>;
    readonly scenario: string | null;
    readonly concept: string;
    readonly beliefs: string;
    readonly answers: Readonly<Record<string, string>>;
    readonly passed: Readonly<Record<string, boolean>>;
    readonly rests: readonly (readonly number[])[];
  }[];
};

const files = globSync('fixtures/oracle/*.json', { cwd: root }).sort();

describe.each(files)('%s', (file) => {
  const oracle = JSON.parse(readFileSync(join(root, file), 'utf8')) as Oracle;
  const { cells } = oracle;
  const concepts = [...new Set(cells.map(({ concept }) => concept))];

  it('demarche answer --json gives every answer, rest and share back', () => {
    const path = file.replace('.json', '.yaml');
    const result = jsonOf(['answer', path, '--concepts', concepts.join(',')]);
    expect(basename(result.case.file)).toBe(basename(path));
    const found = new Map<string, { answer: string; passed: boolean; rests: number[][] }>();
    type At = { profile: object; scenario: string | null; concept: string; beliefs: string };
    const key = (question: string, at: At) =>
      JSON.stringify([question, Object.entries(at.profile).sort(), at.scenario, at.concept, at.beliefs]);
    let answers = 0;
    for (const { id, answers: list } of result.questions)
      for (const one of list) {
        if (one.answer === 'gains') continue;
        found.set(key(id, one), one);
        answers++;
      }
    let expected = 0;
    for (const cell of cells)
      for (const [question, answer] of Object.entries(cell.answers)) {
        const one = found.get(key(question, cell));
        expect(one, `${question} ${JSON.stringify(cell)}`).toBeDefined();
        const { rests } = one!;
        expect({ answer: one!.answer, rests }).toEqual({ answer, rests: cell.rests });
        if (answer === 'no') expect(one!.passed).toBe(cell.passed[question]);
        expected++;
      }
    expect(answers).toBe(expected);
    for (const [concept, questions] of Object.entries(oracle.shares))
      for (const [question, shares] of Object.entries(questions)) {
        const hinge = result.questions.find(({ id }: { id: string }) => id === question).hinge[concept];
        expect(Object.keys(hinge.shares).sort()).toEqual(Object.keys(shares).sort());
        for (const [factor, share] of Object.entries(shares))
          expect(hinge.shares[factor], `${question} ${concept} ${factor}`).toBeCloseTo(share, 3);
      }
  });
});
