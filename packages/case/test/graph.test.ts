import { describe, expect, it } from 'vitest';
import { compileCase, readCase } from '../src/index.ts';

const graph = (orders: string, more = '') => `demarche: 1
title: A crisis
states: { calm: Calm, crisis: A crisis, war: War }
actors:
  town: { moves: { calm: [crisis], crisis: calm } }
  ferry: { moves: { crisis: [war] } }
terms: { trouble: crisis or war }
readings:
  town: { r: { ranking: [calm, trouble] } }
  ferry: { r: { ${orders} } }
${more}`;
const codesOf = (text: string) => readCase(text).diagnostics.map(({ code, range }) => [code, range.line]);

describe('graph form', () => {
  it('is read and kept, and compiling says that it is not computed yet', () => {
    const { case: found, diagnostics } = readCase(graph('payoffs: [3, 2, 1]', 'now: [calm]\n'));
    expect(diagnostics).toEqual([]);
    expect(found!.graph).toEqual({
      states: [
        { id: 'calm', name: 'Calm' },
        { id: 'crisis', name: 'A crisis' },
        { id: 'war', name: 'War' },
      ],
      moves: [{ 0: [1], 1: [0] }, { 1: [2] }],
    });
    expect(() => compileCase(found!)).toThrow(/graph form/);
  });

  it.each([
    ['payoffs: [1, 2]', '', 'payoffs-length', 10],
    ['ranking: [war, crisis]', '', 'unranked-states', 10],
    ['ranking: [war and calm, "true"]', '', 'impossible-rank', 10],
    ['prefers: [wat]', '', 'unknown-name', 10],
    ['prefers: [war]', 'now: [calm, war]\n', 'contradictory-setting', 11],
    ['prefers: [war]', 'irreversible: [town.build]\n', 'mixed-forms', 11],
  ])('%s %s: %s', (orders, more, code, line) => {
    expect(codesOf(graph(orders, more))).toContainEqual([code, line]);
  });

  it('names a state that is not there', () => {
    const text = graph('prefers: [war]').replace('[war] }', '[wart] }');
    expect(readCase(text).diagnostics).toMatchObject([{ code: 'unknown-name', nearest: 'war' }]);
  });
});
