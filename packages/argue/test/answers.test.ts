import type { Verdict } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { answerJson } from '@demarche/report/json';
import { claimDifferences } from '@demarche/report/record';
import { verdictWord } from '@demarche/report/words';
import { describe, expect, it } from 'vitest';
import { version, written } from '../../report/test/record/written.ts';
import { chromiumPath, downloaded, otherwise, reports, script, settled, text } from './open.ts';

type Oracle = {
  readonly cells: readonly {
    readonly profile: Readonly<Record<string, string>>;
    readonly scenario: string | null;
    readonly concept: 'nash' | 'seq';
    readonly beliefs: 'correct' | 'as-held';
    readonly answers: Readonly<Record<string, Verdict>>;
    readonly passed: Readonly<Record<string, boolean>>;
    readonly rests: readonly (readonly number[])[];
  }[];
};

const deep = process.env.DEMARCHE_DEEP === '1';
const names = ['doubt', 'joint', 'large', 'lock', 'small'];

/** What the tables of answers say, cell by cell, beside what a page computed. */
function expectOracle(found: Case, oracle: Oracle, json: string): void {
  type Cell = Omit<Oracle['cells'][number], 'answers' | 'passed'> & {
    readonly answer: string;
    readonly passed: boolean;
  };
  const { questions } = JSON.parse(json) as { questions: { id: string; answers: Cell[] }[] };
  const key = ({
    profile,
    scenario,
    concept,
    beliefs,
  }: Pick<Cell, 'profile' | 'scenario' | 'concept' | 'beliefs'>) =>
    JSON.stringify([found.actors.map(({ id }) => profile[id]), scenario, concept, beliefs]);
  const known = new Map(
    questions.flatMap(({ id, answers }) => answers.map((one) => [`${id} ${key(one)}`, one])),
  );
  for (const cell of oracle.cells)
    for (const [id, answer] of Object.entries(cell.answers)) {
      const one = known.get(`${id} ${key(cell)}`)!;
      expect([one.answer, one.rests]).toEqual([answer, cell.rests]);
      if (answer === 'no') expect(one.passed).toBe(cell.passed[id]);
    }
}

describe.skipIf(chromiumPath === undefined)('a report from disk, without a network', () => {
  const { open } = reports();

  it.each(names)('%s: every cell of the oracle, and the data of the command line', async (name) => {
    const yaml = text(`fixtures/oracle/${name}.yaml`);
    const oracle = JSON.parse(text(`fixtures/oracle/${name}.json`)) as Oracle;
    const pick = <T>(all: readonly T[]) => [...new Set(all)];
    const asked = {
      concepts: pick(oracle.cells.map(({ concept }) => concept)),
      beliefs: pick(oracle.cells.map(({ beliefs }) => beliefs)),
    };
    const { page: html, found, answer } = written(yaml, { asked, run: script, answersOnly: true });
    const { page, complaints, close } = await open(html);
    await otherwise(page);
    const { bytes } = await downloaded(page, 'The answers as JSON');
    // But for the last digits, in which Chromium and Node differ.
    const expected = JSON.parse(JSON.stringify(answerJson(found, answer, version)));
    expect(claimDifferences(JSON.parse(bytes.toString()), expected)).toEqual([]);
    expectOracle(readCase(yaml).case!, oracle, bytes.toString());
    expect(page.workers().length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('in the panel each combination has the answers of the oracle, in a worker and without one', async () => {
    const yaml = text('fixtures/oracle/small.yaml');
    const { cells } = JSON.parse(text('fixtures/oracle/small.json')) as Oracle;
    const { page: html, found } = written(yaml, { run: script, answersOnly: true });
    for (const before of [undefined, 'delete window.Worker']) {
      const { page, complaints, close } = await open(html, {}, before);
      const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
      await otherwise(page);
      expect(page.workers().length > 0).toBe(before === undefined);
      // Some of them, spread over the table: all were compared above.
      for (const cell of cells.filter((_, k) => k % (deep ? 7 : 97) === 0)) {
        for (const { id, name } of found.actors)
          if (await choice(`${name} is read as`).count())
            await choice(`${name} is read as`).selectOption(cell.profile[id]!);
        await choice('Circumstances').selectOption(cell.scenario ?? '');
        await choice('How far they look ahead').selectOption(cell.concept);
        await choice('What they believe of each other').selectOption(cell.beliefs);
        await settled(page);
        const rows = await page.locator('.results table').first().locator('tbody tr').all();
        const said = await Promise.all(rows.map((row) => row.locator('.verdict').allInnerTexts()));
        expect(said).toEqual(
          found.questions.map(({ id, kind }) =>
            kind === 'holds' ? [verdictWord[cell.answers[id]!], verdictWord[cell.answers[id]!]] : [],
          ),
        );
      }
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
