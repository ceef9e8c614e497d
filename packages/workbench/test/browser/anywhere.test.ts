import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { measuredCase } from '../../tools/measured-case.ts';
import { idle, type World, worldOf } from './open-page.ts';

describe.skipIf(chromiumPath === undefined)('what can be done from every screen, in Chromium', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  test('Ctrl K finds a statement by some words of it, a question, and what can be done', async () => {
    const { page, troubles } = await world.open({ of: 'tutorial' });
    await idle(page);
    const find = page.getByRole('dialog', { name: 'Find' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('no such thing');
    expect(await find.getByText('Nothing of the kind.').count()).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('statement s07 ');
    expect(await find.getByRole('option').count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).include('.palette').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Source' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#source/s07');
    expect(await find.isVisible()).toBe(false);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('question');
    await page.keyboard.press('ArrowDown');
    const second = (await find.getByRole('option', { selected: true }).locator('.words').textContent())!;
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: second }).first().waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('colours dark');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    expect(await find.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });

  test('with names hidden no screen shows one, and the case stays as it is', async () => {
    const { page, onDisk, troubles } = await world.open({ of: 'tutorial' });
    const before = onDisk();
    await idle(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByLabel('Hide names: Party A, Party B, …').check();
    await page.keyboard.press('Escape');
    for (const screen of ['answers', 'map', 'evidence', 'report']) {
      await page.goto(`${new URL(page.url()).origin}/#${screen}`);
      await page.locator(`main[data-screen=${screen}]`).waitFor();
      await idle(page);
      const text = (await page.locator('#page').textContent())!;
      expect([screen, /Torvale|Marrin/.exec(text)]).toEqual([screen, null]);
      expect(text).toContain('Party A');
    }
    expect(onDisk()).toBe(before);
    expect(troubles).toEqual([]);
  });

  test('the case is downloaded from the menu byte for byte', async () => {
    const { page, onDisk } = await world.open({ of: 'tutorial' });
    await idle(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the case' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(onDisk());
  });

  test('a long answer says how far it has come, is stopped, and begun again; the page stays usable', async () => {
    const { page, troubles } = await world.open({ text: measuredCase(18) });
    const progress = page.getByRole('progressbar', { name: 'Working it out' });
    await progress.waitFor();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByText('Stopped.').waitFor();
    expect(await progress.count()).toBe(0);
    await page.getByRole('button', { name: 'Work it out after all' }).click();
    await progress.waitFor();
    expect(troubles).toEqual([]);
  });
});
