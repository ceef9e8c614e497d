import { expect, it } from 'vitest';
import { jsonOf } from './run.ts';

it('a list that is cut is told as cubes of all its states, where they are few', () => {
  const all = jsonOf(['solve', 'cases/tutorial', '--concepts', 'gmr']);
  const cut = jsonOf(['solve', 'cases/tutorial', '--concepts', 'gmr', '--limit', '10']);
  expect(all.cubes).toBe(undefined);
  expect(cut.truncated).toEqual(['gmr']);
  expect(cut.count).toEqual(all.count);
  expect(cut.equilibria.gmr).toEqual(all.equilibria.gmr.slice(0, 10));
  const codes = (cut.cubes.gmr as string[]).flatMap((cube) =>
    [...Array(2 ** cube.length).keys()].filter((code) =>
      [...cube].every((mark, k) => mark === '-' || Number(mark) === ((code >> k) & 1)),
    ),
  );
  expect(codes.sort((a, b) => a - b)).toEqual(all.equilibria.gmr);
});
