import { describe, expect, test } from 'vitest';
import { markOf, matrixFromCsv, matrixOf, matrixToCsv, weighActor } from '../../src/weigh/index.ts';
import { threeReadings } from './fixture.ts';

const evidence = `
evidence:
  - { statement: e1, actor: north, strength: 0.5, likelihood: { peace: CC, gain: C, subdue: N } }
  - { statement: e2, actor: north, strength: 0.8, likelihood: { peace: II, gain: I, subdue: CC } }
  - { statement: e3, actor: north, strength: 0.6, likelihood: { peace: 0.3, gain: likely, subdue: almost no chance } }
  - { statement: e4, actor: north, strength: 0.6, likelihood: { peace: C, gain: NA, subdue: II } }
`;

const found = threeReadings(evidence, 2);
const matrix = matrixOf(found, weighActor(found, 0));

describe('the matrix of competing hypotheses', () => {
  test('marks: as written, or by the middle of the likelihood', () => {
    expect(matrix.items.map(({ marks }) => Object.values(marks).join(' '))).toEqual([
      'CC C N',
      'II I CC',
      'I C II',
      'C NA II',
    ]);
    const mark = (value: number) => markOf({ low: value, high: value });
    expect([0, 0.19, 0.2, 0.44, 0.45, 0.54, 0.55, 0.79, 0.8, 1].map(mark).join(' ')).toBe(
      'II II I I N N C C CC CC',
    );
  });

  test('inconsistency counts I once and II twice, and nothing else; an item that does not apply is not counted', () => {
    expect(matrix.inconsistency).toEqual({ peace: 3, gain: 1, subdue: 2 });
    expect(matrix.weighted.peace).toBeCloseTo(2 * 0.8 + 0.6, 12);
    expect(matrix.weighted.gain).toBeCloseTo(0.8, 12);
    expect(matrix.weighted.subdue).toBeCloseTo(1.2, 12);
    expect(matrix.items.map(({ counted }) => counted)).toEqual([true, true, true, false]);
    expect(matrix.items.map(({ diagnosticity }) => diagnosticity)).toEqual([2, 4, 3, 0]);
  });

  test('says where its order is not that of the posterior, and why', () => {
    expect(matrix.order).toEqual(['gain', 'subdue', 'peace']);
    expect(matrix.posteriorOrder[0]).toBe('subdue');
    expect(matrix.disagreements.map(({ matrix: one, posterior }) => [one, posterior])).toEqual([
      ['gain', 'subdue'],
    ]);
    expect(matrix.disagreements[0]!.because[0]!.from).toBe('moves');
  });

  test('goes out as CSV with readings in the rows, and comes back', () => {
    const text = matrixToCsv(matrix);
    expect(text.split('\r\n')).toEqual([
      'reading,e1,e2,e3,e4,inconsistency,weighted',
      'peace,CC,II,I,C,3,2.2',
      'gain,C,I,C,NA,1,0.8',
      'subdue,N,CC,II,II,2,1.2',
      '',
    ]);
    const back = matrixFromCsv(text);
    expect(back.problems).toEqual([]);
    expect(back.items).toEqual(matrix.items.map(({ id, marks }) => ({ id, marks })));
  });

  test('CSV as spreadsheets write it: quotes, bare line ends, no scores; what is wrong is named', () => {
    const back = matrixFromCsv('"reading","e ""1""",e2\npeace,CC,X\n\ngain,"C",N');
    expect(back.items).toEqual([
      { id: 'e "1"', marks: { peace: 'CC', gain: 'C' } },
      { id: 'e2', marks: { gain: 'N' } },
    ]);
    expect(back.problems).toEqual(['line 2: “X” under “e2” is none of CC, C, N, I, II, NA']);
    expect(matrixFromCsv('').problems.length).toBeGreaterThan(0);
  });
});
