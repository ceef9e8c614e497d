import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCase, readCase } from '@demarche/case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demarche, matches } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'demarche-material-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = join(folder, 'tunnel');
const file = join(own, 'case.yaml');
const passages = join(folder, 'passages.jsonld');
const original = readFileSync('cases/tutorial/case.yaml', 'utf8');
const text = readFileSync('cases/tutorial/sources/analysis.txt', 'utf8');
beforeAll(() => cpSync('cases/tutorial', own, { recursive: true }));

const statementsOf = (yaml: string) => readCase(yaml, { textOf: () => text }).case!.statements;
test('statements leave as annotations, quoted from the text of the case, and are there already when they come back', () => {
  expect(demarche(['export', own, '--to', 'annotations', '--out', passages]).status).toBe(0);
  const page = JSON.parse(readFileSync(passages, 'utf8'));
  expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
  const points = Array.from(text);
  for (const { target } of page.items) {
    const [position, quotation] = target.selector;
    expect(points.slice(position.start, position.end).join('')).toBe(quotation.exact);
  }
  const { status, out } = demarche(['import', passages, '--into', own, '--json']);
  expect(status).toBe(0);
  const line = JSON.parse(out);
  matches('import', line);
  expect(line.into).toMatchObject({ added: [], left: 0 });
  expect(line.into.already).toHaveLength(35);
  expect(readFileSync(file, 'utf8')).toBe(original);
});

test('a text that only --source gives is quoted in no export', () => {
  const bare = join(folder, 'bare.yaml');
  writeFileSync(bare, original.replace(/^ {4}text: .*\n/m, ''));
  const { out } = demarche([
    'export',
    bare,
    '--to',
    'annotations',
    '--source',
    `analysis=${join(own, 'sources/analysis.txt')}`,
  ]);
  expect(out).toContain('TextPositionSelector');
  expect(out).not.toContain('TextQuoteSelector');
  const blind = demarche(['export', own, '--to', 'annotations', '--blind']);
  expect(blind.status).toBe(0);
  expect(blind.out).not.toMatch(/TextQuoteSelector|Torvale|Okoro/);
});

test('what is withheld is in no byte of an export, and its number is told', () => {
  const hidden = join(folder, 'hidden.yaml');
  writeFileSync(hidden, original.replace('    reliability: B\n', '    reliability: B\n    withhold: true\n'));
  for (const to of ['annotations', 'csl']) {
    const { out, err } = demarche(['export', hidden, '--to', to]);
    expect(out).not.toMatch(/Okoro|Torvale|tunnel|Ridge/i);
    expect(err).toMatch(/withheld (?:source|statements) left out/);
  }
});

test('sources leave as CSL-JSON and come into another case', () => {
  const list = join(folder, 'sources.json');
  const mine = join(folder, 'mine');
  expect(demarche(['export', own, '--to', 'csl', '--out', list]).status).toBe(0);
  expect(JSON.parse(readFileSync(list, 'utf8'))[0]).toMatchObject({
    id: 'analysis',
    issued: { 'date-parts': [[2026, 6, 12]] },
  });
  mkdirSync(mine);
  writeFileSync(join(mine, 'case.yaml'), newCase({ title: 'Who opens the tunnel?' }));
  const { status, out } = demarche(['import', list, '--into', mine]);
  expect(status).toBe(0);
  expect(out).toContain('1 source added: analysis');
  // The source is there: its passages find it, and its text need not be.
  demarche(['import', passages, '--into', mine]);
  const found = readCase(readFileSync(join(mine, 'case.yaml'), 'utf8')).case!;
  expect(
    found.statements.map(({ id, at, hash, by, gist, kind }) => ({ id, at, hash, by, gist, kind })),
  ).toEqual(
    statementsOf(original).map(({ id, at, hash, by, gist, kind }) => ({ id, at, hash, by, gist, kind })),
  );
});

test('a file with mistakes, or one that is asked for in the wrong way, changes nothing', () => {
  const broken = join(folder, 'broken.jsonld');
  writeFileSync(
    broken,
    '{"type": "Annotation", "target": {"selector": {"type": "TextPositionSelector", "start": 9, "end": 2}}',
  );
  const told = demarche(['import', broken, '--into', own]);
  expect(told.status).toBe(1);
  expect(told.err).toContain('nothing was imported');
  expect(demarche(['import', passages])).toMatchObject({ status: 2 });
  expect(demarche(['import', passages, '--into', own, '--out', 'x'])).toMatchObject({ status: 2 });
  expect(demarche(['import', passages, '--into', own, '--as', 'nobody'])).toMatchObject({ status: 2 });
  expect(
    demarche(['import', 'fixtures/exchange/bridge.gmcr', '--format', 'gmcr', '--into', own]).status,
  ).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe(original);
});

test('--to and its older name are one; two formats are refused', () => {
  const to = demarche(['export', own, '--to', 'dot']);
  expect(demarche(['export', own, '--format', 'dot']).out).toBe(to.out);
  expect(demarche(['export', own, '--to', 'dot', '--format', 'gmcr'])).toMatchObject({ status: 2, out: '' });
});
