import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
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
    const forms = new Set<string>();
    /** Each kind of question once: what axe finds, light and dark, and what runs out of a narrow window. */
    const looked = async () => {
      const parts = ['textarea', 'select', 'fieldset', 'input', 'ol', '.passages', '[role=alert]'];
      const here = parts.map((one) => page.locator(`.interview ${one}`).count());
      const kind = (await Promise.all(here)).map((count) => Math.min(count, 1)).join('');
      if (forms.has(kind)) return;
      forms.add(kind);
      const axe = () => new AxeBuilder({ page }).include('.interview');
      const found = [await axe().analyze()];
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(await axe().withRules(['color-contrast']).analyze());
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 360, height: 760 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await page.setViewportSize({ width: 1200, height: 860 });
      const wrong = found.flatMap(({ violations }) =>
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
      );
      expect({ wrong, over }).toEqual({ wrong: [], over: 0 });
    };
    for (let k = 0; k < 60; k++) {
      const heading = page.locator('.interview h2').first();
      const asked = await heading.textContent();
      if (asked === 'Everything was asked') break;
      seen.add(asked!);
      await looked();
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
    expect(forms.size).toBeGreaterThan(2);
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
