import { describe, expect, test } from 'vitest';
import { deep } from '../../../engine/test/runs.ts';
import { answerCell } from './answer.ts';
import { poser, readOracle } from './oracle.ts';

// `large` takes the reference some minutes: a part of it is enough for every day.
const oracles = [
  { name: 'small', each: 1 },
  { name: 'joint', each: 1 },
  { name: 'lock', each: 1 },
  { name: 'doubt', each: 1 },
  { name: 'large', each: deep ? 1 : 8 },
];

describe.each(oracles)('the reference on the oracle $name', ({ name, each }) => {
  test('every answer, rest and passed as written', { timeout: 3_600_000 }, () => {
    const { found, cells } = readOracle(name);
    const pose = poser(found);
    expect(cells.length).toBeGreaterThanOrEqual(20);
    const wrong: unknown[] = [];
    for (const cell of cells.filter((_, at) => at % each === 0)) {
      const { conflict, now, questions } = pose(cell);
      const { answers, rests } = answerCell(conflict, cell.concept, 'any', now, questions);
      const ids = Object.keys(answers);
      const computed = {
        answers: Object.fromEntries(ids.map((id) => [id, answers[id]!.answer])),
        passed: Object.fromEntries(
          ids.flatMap((id) => {
            const { passed } = answers[id]!;
            return passed === undefined ? [] : [[id, passed !== 'never']];
          }),
        ),
        rests,
      };
      const { answers: said, passed, rests: ends } = cell;
      if (JSON.stringify(computed) !== JSON.stringify({ answers: said, passed, rests: ends }))
        wrong.push({ cell, computed });
    }
    expect(wrong).toEqual([]);
  });
});
