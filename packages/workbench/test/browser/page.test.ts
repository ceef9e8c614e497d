import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { idle, type World, worldOf } from './open-page.ts';
import { screens } from './screens.ts';

describe.skipIf(chromiumPath === undefined)('the page in Chromium', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  test('a newcomer: the article’s case first, a look round that can be left, a template, an answer', async () => {
    const { page, context, served, troubles } = await world.open();
    await page.evaluate(() => localStorage.clear());
    await page.close();
    const fresh = await context.newPage();
    await fresh.goto(`http://127.0.0.1:${served.port}/`);
    await fresh
      .getByRole('heading', { level: 1, name: 'What does Russia want from the talks over Ukraine?' })
      .waitFor();
    const tour = fresh.getByRole('complementary', { name: 'A look round' });
    await tour.getByRole('button', { name: 'On (1 of 5)' }).click();
    await fresh.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
    await tour.getByRole('button', { name: 'Leave the look round' }).click();
    expect(await tour.count()).toBe(0);
    await fresh.getByRole('link', { name: 'demarche', exact: true }).click();
    await fresh.getByRole('button', { name: 'Begin with: A ceasefire' }).click();
    await fresh.getByRole('heading', { level: 2, name: 'Does a ceasefire hold?' }).waitFor();
    await idle(fresh);
    expect(await fresh.getByText('it hangs most on how North is read').count()).toBeGreaterThan(0);
    expect(await fresh.locator('[data-keep="saved"]').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  test('the article’s case explored: from a field of the matrix to its why and on to the passage', async () => {
    const { page, troubles } = await world.open({ of: 'ukraine-talks-2025' });
    await idle(page);
    await page
      .getByRole('button', { name: /A dependent Ukraine, by whatever means, As things stand: no in 4/ })
      .first()
      .click();
    const why = page.getByRole('region', { name: 'Why: Does a ceasefire last?' });
    expect(await why.getByText(/^no, if Russia is read as/).count()).toBe(1);
    await why.getByText(/^Russia: A dependent Ukraine/).click();
    await why.locator('a[href^="#source/"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Source' }).waitFor();
    expect(await page.getByText('Have the text? Drop the file here').count()).toBe(1);
    expect(await page.locator('.card[data-open]').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  test('two settings side by side: fields that differ are marked, also in words', async () => {
    const { page } = await world.open({ of: 'tutorial' });
    await idle(page);
    await page.getByText('or compare two settings').click();
    await page.getByRole('button', { name: 'Compare with another setting' }).click();
    await page.getByRole('group', { name: 'On the right' }).getByLabel('Agreements').selectOption('none');
    await idle(page);
    expect(await page.getByRole('button', { name: /differs between the settings/ }).count()).toBeGreaterThan(
      0,
    );
  });

  test('by keyboard alone: screens, the list of keys, a passage coded, and taken back', async () => {
    const { page, onDisk, troubles } = await world.open({ of: 'tutorial' });
    const before = onDisk();
    await idle(page);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Source' }).waitFor();
    for (
      let k = 0;
      k < 40 && !(await page.evaluate(() => document.activeElement?.classList.contains('text')));
      k++
    )
      await page.keyboard.press('Tab');
    for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('c');
    await page.keyboard.type('The Ridge Courier');
    await page.keyboard.press('Enter');
    await page.locator('[data-keep="saved"]').waitFor();
    await expect.poll(() => onDisk()).not.toBe(before);
    expect(onDisk()).toMatch(
      / {2}s\d+:\n {4}in: analysis\n {4}at: \d+\.\.\d+\n {4}hash: h-[0-9a-f]{16}\n {4}by: The Ridge Courier\n/,
    );
    await page.keyboard.press('Control+z');
    await expect.poll(() => onDisk()).toBe(before);
    expect(troubles).toEqual([]);
  });

  test('what a case says is text: nothing in it runs, whatever it is called', async () => {
    const bad = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>"'>{{ran}}`;
    const text = `demarche: 1
title: ${JSON.stringify(bad)}
summary: ${JSON.stringify(bad.repeat(2000))}
sources: { a: { title: ${JSON.stringify(bad)}, url: "javascript:globalThis.ran=1" } }
statements: { s1: { in: a, by: ${JSON.stringify(bad)}, gist: ${JSON.stringify(bad)}, about: x } }
actors:
  x: { name: ${JSON.stringify(bad)}, options: { o: ${JSON.stringify(bad)} } }
now: []
readings:
  x:
    r: { label: ${JSON.stringify(bad)}, because: s1, held-by: [${JSON.stringify(bad)}], prefers: [x.o] }
    q: { label: other, prefers: [not x.o] }
evidence:
  - { statement: s1, actor: x, likelihood: { r: likely, q: unlikely } }
questions: { q: { ask: ${JSON.stringify(bad)}, holds-when: x.o } }
`;
    const { page, troubles } = await world.open({ text });
    for (const screen of screens) {
      await page.goto(`${new URL(page.url()).origin}/#${screen}`);
      await idle(page);
      expect([screen, await page.evaluate(() => 'ran' in globalThis)]).toEqual([screen, false]);
      expect(await page.locator('img, a[href^="javascript"]').count()).toBe(0);
    }
    expect(troubles).toEqual([]);
  });
});
