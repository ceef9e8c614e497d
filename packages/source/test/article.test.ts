import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadCase } from '@demarche/case/node';
import { expect, test } from 'vitest';
import { compareCoded, readText } from '../src/index.ts';

const root = resolve(import.meta.dirname, '../../..');
const path = join(root, '../shared/seed/article.txt');
const there = existsSync(path);
if (!there) console.info('skipped: the article is not at ../shared/seed/article.txt');

/** Hand-coded statements of the article's case, with what the reader finds of them. Offsets only: the text is not ours. */
function compared() {
  const text = readFileSync(path, 'utf8');
  const points = Array.from(text);
  const { case: read } = loadCase(join(root, 'cases/ukraine-talks-2025'), { sources: { analysis: path } });
  const reading = readText(text);
  const coded = read!.statements.map(({ id, at, by, holder, kind }) => ({
    id,
    start: at!.start,
    end: at!.end,
    voices: [by, holder].filter((voice): voice is string => voice !== undefined && voice !== 'The analysis'),
    quoted: points[at!.start] === '“',
    reported: by !== 'The analysis' || kind === 'belief' || kind === 'aim',
  }));
  return { text, points, reading, coded, ...compareCoded(reading, coded) };
}

/** Quotations that somebody utters, by where they begin, with a word of the speaker's name. */
const quotations = [
  [1925, 'Berzina'],
  [2891, 'Galeotti'],
  [3336, 'Galeotti'],
  [4458, 'Berzina'],
  [5448, 'Berzina'],
  [5600, 'Berzina'],
  [5954, 'Soldatov'],
  [6236, 'Soldatov'],
  [6408, 'Soldatov'],
  [6810, 'Soldatov'],
  [7205, 'White'],
  [7838, 'White'],
  [8579, 'White'],
  [9222, 'Galeotti'],
] as const;

test.skipIf(!there)(
  'every direct quotation of the article is found, with the right person, and nothing else is one',
  () => {
    const { reading } = compared();
    const names = new Map(reading.speakers.map(({ id, name }) => [id, name]));
    const direct = reading.statements.filter(({ kind }) => kind === 'direct');
    expect(direct.map(({ start, who }) => [start, names.get(who!)!.split(' ').at(-1)])).toEqual(quotations);
  },
);

test.skipIf(!there)(
  'four in five of the passages that report words or belief without marks, and most with the right voice',
  () => {
    const { compared: rows, coded } = compared();
    const kinds = new Map(coded.map((one) => [one.id, one]));
    const plain = rows.filter(({ coded: { id } }) => kinds.get(id)!.reported && !kinds.get(id)!.quoted);
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.filter(({ found }) => found.length > 0).length / plain.length).toBeGreaterThanOrEqual(0.8);
    expect(plain.filter(({ sameVoice }) => sameVoice).length / plain.length).toBeGreaterThanOrEqual(0.8);
  },
);

test.skipIf(!there)('the table of the page about the reader is what comes out', () => {
  const { compared: rows, coded } = compared();
  const kinds = new Map(coded.map((one) => [one.id, one]));
  const page = readFileSync(join(root, 'docs/reader.md'), 'utf8');
  const groups = [
    ['quoted', ({ quoted }) => quoted],
    ['reported', ({ quoted, reported }) => !quoted && reported],
    ['told by the text', ({ quoted, reported }) => !quoted && !reported],
  ] satisfies readonly (readonly [string, (one: (typeof coded)[number]) => boolean])[];
  for (const [name, belongs] of groups) {
    const own = rows.filter(({ coded: { id } }) => belongs(kinds.get(id)!));
    const counts = [
      own.length,
      own.filter(({ found }) => found.length > 0).length,
      own.filter(({ sameVoice }) => sameVoice).length,
    ];
    const row = page.split('\n').find((line) => line.startsWith(`| ${name}`))!;
    expect(row.split('|').slice(2, 5).map(Number)).toEqual(counts);
  }
});

test.skipIf(!there)('no heading, date line, furniture or bare term is a statement', () => {
  const { reading, points } = compared();
  const furniture = [
    [0, 190],
    [3595, 3609],
    [5770, 5787],
    [9534, 9561],
  ] as const;
  for (const { start, end } of reading.statements) {
    for (const [from, to] of furniture) expect(end <= from || start >= to).toBe(true);
    const passage = points.slice(start, end).join('');
    expect(/^[“"][^”"]*[”"]$/.test(passage) && passage.split(/\s+/).length < 4).toBe(false);
  }
});

test.skipIf(!there)('the one contradiction over an office is reported, at both places', () => {
  const { reading } = compared();
  expect(
    reading.contradictions.map(({ office, held, former, who }) => [
      office,
      who,
      held.map(({ start }) => start),
      former.map(({ start }) => start),
    ]),
  ).toEqual([['president', 'w1', [93], [192]]]);
});

test.skipIf(!there)('one person, one speaker: no name is left over', () => {
  const { reading } = compared();
  const people = reading.speakers.filter(
    ({ kind, roles, aliases }) => kind === 'person' && (roles.length > 0 || aliases.length > 0),
  );
  expect(people).toHaveLength(6);
  expect(people.flatMap(({ affiliations }) => affiliations).length).toBeGreaterThanOrEqual(2);
});

test('what was coded by hand beside what is found', () => {
  const text =
    'Berta Kohl said the quay would hold. The town is small. Omar Dietz believes that it will fail.';
  const reading = readText(text);
  const { compared: rows, only } = compareCoded(reading, [
    { id: 'a', start: 0, end: 36, voices: ['Kohl'] },
    { id: 'b', start: 37, end: 55, voices: [] },
  ]);
  expect(rows.map(({ found, sameVoice }) => [found.length, sameVoice])).toEqual([
    [1, true],
    [0, false],
  ]);
  expect(only).toHaveLength(1);
});
