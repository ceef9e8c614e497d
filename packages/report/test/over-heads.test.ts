import { dealsOverHeads, firstProfile } from '@demarche/analysis';
import { type Case, compileCase } from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import { expect, test } from 'vitest';
import { dealsOverHeadsSection } from '../src/html/index.ts';
import { dealsOverHeadsBlocks } from '../src/markdown/index.ts';

const found = loadCase(new URL('../../../cases/ukraine-talks-2025', import.meta.url).pathname).case!;
const profile = firstProfile(found, { us: 'big-powers' });
const { now } = compileCase(found);
const deals = dealsOverHeads(found, { profile, concept: 'seq' }, now!);
const of = { profile, scenario: null, concept: 'seq', deals } as const;

test('a section tells each deal with who gains, who loses, who could undo it and whether it would come about', () => {
  const { html } = dealsOverHeadsSection(found, of)!;
  const markdown = dealsOverHeadsBlocks(found, of).join('\n\n');
  for (const said of [html, markdown]) {
    expect(said).toContain('Russia and United States agree');
    expect(said).toContain('(5th of its 8 priorities)');
    expect(said).toContain('Nobody outside can spoil it');
    expect(said).toContain('It would come about');
    // No verdict without its condition.
    expect(said).toContain('as things stand');
    expect(said).toContain('each fears what the others would gladly answer');
    expect(said).toContain(`nd ${deals.length - 4} more`);
  }
  expect(markdown).toMatch(/^## Deals over the heads of others$/m);
});

test('there is no section where there is no deal', () => {
  expect(dealsOverHeadsSection(found, { ...of, deals: [] })).toBeUndefined();
  expect(dealsOverHeadsBlocks(found, { ...of, deals: [] })).toEqual([]);
});

test('names of a case are text', () => {
  const hostile: Case = {
    ...found,
    actors: found.actors.map((actor) => ({ ...actor, name: `<script>alert(1)</script>${actor.name}` })),
    options: found.options.map((option) => ({ ...option, name: `[x](http://evil)<b>${option.name}` })),
  };
  const { html } = dealsOverHeadsSection(hostile, of)!;
  expect(html).not.toMatch(/<script|<b>/);
  const markdown = dealsOverHeadsBlocks(hostile, of).join('\n');
  expect(markdown).not.toMatch(/<script|<b>|[^\\]\]\(http/);
});
