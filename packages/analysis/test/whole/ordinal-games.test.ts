import { answerCase, settleCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { type ConceptName, everyConcept } from '@demarche/engine';
import { describe, expect, it } from 'vitest';

/**
 * A 2×2 game: what Row and what Column get in each of the four outcomes, larger is better. Outcome 0 is the first row and column,
 * 1 the second row, 2 the second column, 3 both.
 */
type Game = readonly [row: readonly number[], column: readonly number[]];

const outcomes = [0, 1, 2, 3];
const renamed = ([row, column]: Game, flip: number): Game => [
  outcomes.map((outcome) => row[outcome ^ flip]!),
  outcomes.map((outcome) => column[outcome ^ flip]!),
];
const turned = ([row, column]: Game): Game => {
  const across = [0, 2, 1, 3];
  return [across.map((outcome) => column[outcome]!), across.map((outcome) => row[outcome]!)];
};

/** The same game with rows, columns and players named the other way, in the eight ways there are: the one that is last in order. */
const canonical = (game: Game): string =>
  [game, turned(game)]
    .flatMap((one) => outcomes.map((flip) => renamed(one, flip)))
    .map(([row, column]) => [...row, ...column].join(''))
    .sort()
    .at(-1)!;

const orders = (levels: (values: readonly number[]) => boolean): readonly (readonly number[])[] =>
  Array.from({ length: 4 ** 4 }, (_, k) =>
    outcomes.map((place) => (Math.floor(k / 4 ** place) % 4) + 1),
  ).filter(levels);

const gamesOver = (all: readonly (readonly number[])[]): readonly Game[] =>
  [...new Set(all.flatMap((row) => all.map((column) => canonical([row, column]))))]
    .sort()
    .reverse()
    .map((digits) => [[...digits].slice(0, 4).map(Number), [...digits].slice(4).map(Number)]);

const strict = orders((values) => new Set(values).size === 4);
/** With ties: the ranks used are 1 to the number of classes. */
const weak = orders((values) => Math.max(...values) === new Set(values).size);
const games = gamesOver(strict);

const caseText = ([row, column]: Game) => `demarche: 1
title: A game
actors:
  row: { name: Row, options: { second: Take the second row } }
  column: { name: Column, options: { second: Take the second column } }
now: [row.second, column.second]
readings:
  row: { given: { payoffs: [${row.join(', ')}] } }
  column: { given: { payoffs: [${column.join(', ')}] } }
questions:
  first: { ask: Does it come to outcome 0?, holds-when: not row.second and not column.second }
`;

const solved = games.map((game) => {
  const { case: found } = readCase(caseText(game));
  const { equilibria, period } = settleCase(found!, { concepts: everyConcept });
  return { game, equilibria, period: period! };
});

const places = (game: Game, from: number) =>
  outcomes.filter((outcome) => game.every((own) => own[outcome]! >= from));
const named = new Map([
  [
    canonical([
      [3, 4, 1, 2],
      [3, 1, 4, 2],
    ]),
    "prisoner's dilemma",
  ],
  [
    canonical([
      [3, 4, 2, 1],
      [3, 2, 4, 1],
    ]),
    'chicken',
  ],
  [
    canonical([
      [4, 3, 1, 2],
      [4, 1, 3, 2],
    ]),
    'stag hunt',
  ],
]);

const shown: readonly ConceptName[] = ['nash', 'seq', 'gmr', 'smr', 'nm'];
const catalogue = `# The 78 strict ordinal 2×2 games

Written by a test, which solves each as a case. What they are and what is published of them is in
[docs/published.md](../../../docs/published.md#the-78-games). The numbers are ours. 4 is best; outcome 0 is the first row and
column, 1 the second row, 2 the second column, 3 both. Each game stands for all
that differ from it only by the names of rows, columns and players.

| game | Row has in 0, 1, 2, 3 | Column has | ${shown.map((concept) => `\`${concept}\``).join(' | ')} | |
| --- | --- | --- | ${shown.map(() => '---').join(' | ')} | --- |
${solved
  .map(({ game, equilibria }, k) => {
    const cells = shown.map((concept) => equilibria[concept]!.join(', ') || 'none');
    return `| ${k + 1} | ${game[0].join(' ')} | ${game[1].join(' ')} | ${cells.join(' | ')} | ${named.get(game.flat().join('')) ?? ''} |`;
  })
  .join('\n')}

To run one, put its two rows of numbers under \`payoffs\`, here those of the prisoner's dilemma, and say \`demarche answer FILE\`:

\`\`\`yaml
${caseText(games[20]!)}\`\`\`
`;

const nash = (game: Game) =>
  outcomes.filter(
    (outcome) => game[0][outcome]! > game[0][outcome ^ 1]! && game[1][outcome]! > game[1][outcome ^ 2]!,
  );

describe('the strict ordinal 2×2 games', () => {
  it('are 78 (Rapoport and Guyer 1966, as Williams 2012 and Bruns 2015 report)', () => {
    expect(strict).toHaveLength(24);
    expect(games).toHaveLength(78);
  });

  it('are 726 with ties (doi 10.1007/BF00132457, abstract)', () => {
    expect(weak).toHaveLength(75);
    expect(gamesOver(weak)).toHaveLength(726);
  });

  const conflicts = solved.filter(({ game }) => places(game, 4).length === 0);

  it('57 have no outcome that is best for both; in 19 of these a cooperative outcome is no Nash equilibrium (Brams and Ismail 2019, abstract)', () => {
    expect(conflicts).toHaveLength(57);
    const lost = conflicts.filter(({ game, equilibria }) =>
      places(game, 3).some((outcome) => !equilibria.nash!.includes(outcome)),
    );
    expect(lost).toHaveLength(19);
    const names = lost.map(({ game }) => named.get(game.flat().join('')));
    expect(names).toEqual(expect.arrayContaining(["prisoner's dilemma", 'chicken']));
  });

  it('Nash equilibria are those of the matrix', () => {
    for (const { game, equilibria } of solved) expect(equilibria.nash).toEqual(nash(game));
  });

  it('computed only: how many have none, one, two equilibria', () => {
    const counts = (concept: ConceptName) => {
      const sizes = [0, 0, 0, 0, 0];
      for (const { equilibria } of solved) sizes[equilibria[concept]!.length]! += 1;
      return sizes;
    };
    expect(Object.fromEntries(shown.map((concept) => [concept, counts(concept)]))).toEqual({
      nash: [9, 57, 12, 0, 0],
      seq: [0, 50, 28, 0, 0],
      gmr: [0, 26, 42, 10, 0],
      smr: [4, 42, 29, 3, 0],
      nm: [23, 54, 1, 0, 0],
    });
    const two = solved.filter(({ equilibria }) => equilibria.nm!.length === 2);
    expect(two.map(({ game }) => named.get(game.flat().join('')))).toEqual(["prisoner's dilemma"]);
    expect(solved.filter(({ period }) => period > 1)).toHaveLength(17);
  });

  it('each runs as a case with a question', () => {
    for (const { game, equilibria } of solved) {
      const { cells } = answerCase(readCase(caseText(game)).case!, {
        concepts: ['nash'],
        agreements: 'none',
      });
      const { answer } = cells[0]!.answers[0]!;
      if (equilibria.nash!.length === 0) expect(answer).toBe('unsettled');
      else expect(answer === 'yes').toBe(equilibria.nash!.join() === '0');
    }
  });

  it('the catalogue is what comes out', async () => {
    expect(named.size).toBe(3);
    await expect(catalogue).toMatchFileSnapshot('../../../../cases/published/ordinal-2x2/catalogue.md');
  });
});
