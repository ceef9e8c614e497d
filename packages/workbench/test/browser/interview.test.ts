import { readFileSync } from 'node:fs';
import { readCase } from '@demarche/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { idle, type World, worldOf } from './open-page.ts';

const article = readFileSync(
  new URL('../../../../cases/tutorial/sources/analysis.txt', import.meta.url),
  'utf8',
);

describe.skipIf(chromiumPath === undefined)('one’s own text, by questions in the page', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  test('after every reply there is a case that runs; stopped anywhere, it is answered', async () => {
    const { page, troubles } = await world.open();
    await page.goto(`${new URL(page.url()).origin}/#start`);
    await page.getByLabel('Paste the text').fill(article);
    await page.getByRole('button', { name: 'Answer questions about it' }).click();
    await page.getByText(/^Part 1 of \d+/).waitFor({ timeout: 60_000 });
    const seen = new Set<string>();
    for (let k = 0; k < 60; k++) {
      const heading = page.locator('.interview h2').first();
      const asked = await heading.textContent();
      if (asked === 'Everything was asked') break;
      seen.add(asked!);
      const yes = page.getByRole('button', { name: /\(proposed\)/ });
      if ((await yes.count()) > 0) await yes.click();
      else {
        const lines = page.locator('.interview textarea');
        if ((await lines.count()) > 0) await lines.fill('Keep the gates open\nClose the docks');
        await page.getByRole('button', { name: 'Go on' }).click();
      }
      await page.locator(`.interview[data-replies="${k + 1}"][aria-busy="false"]`).waitFor();
    }
    expect(seen.size).toBeGreaterThan(3);
    await page.locator('[data-keep="saved"]').waitFor();
    const kept = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          indexedDB.open('demarche').onsuccess = (event) => {
            const database = (event.target as IDBOpenDBRequest).result;
            database.transaction('cases').objectStore('cases').getAll().onsuccess = (read) =>
              resolve((read.target as IDBRequest<{ text: string }[]>).result.map(({ text }) => text));
          };
        }),
    );
    const { case: found, diagnostics } = readCase(kept[0]!);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found!.actors.length).toBeGreaterThan(1);
    await page.goto(`${new URL(page.url()).origin}/#answers`);
    await idle(page);
    expect(await page.getByText('combinations').count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });
});
