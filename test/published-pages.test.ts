import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { publishedIds, publishedPage } from './published-pages.ts';

const folder = resolve(import.meta.dirname, '../docs/published');

test('every published conflict has its page, and no page is left over', () => {
  expect(readdirSync(folder).sort()).toEqual(publishedIds.map((id) => `${id}.md`).sort());
});

test.each(publishedIds)('%s: the page is what `node test/published-pages.ts` writes', (id) => {
  expect(readFileSync(`${folder}/${id}.md`, 'utf8')).toBe(publishedPage(id));
});
