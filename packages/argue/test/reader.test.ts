import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { written } from '../../report/test/record/written.ts';
import { chromiumPath, downloaded, otherwise, reports, script, settled, text } from './open.ts';

const tutorial = text('cases/tutorial/case.yaml');
const analysis = text('cases/tutorial/sources/analysis.txt');
const { page: html } = written(tutorial, {
  texts: { analysis },
  run: script,
  asked: { concepts: ['seq'], beliefs: ['correct'] },
});
const names = /torvale|marrin|passes authority|tunnel|timber/i;

/** Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? '';
    });
    if (name.test(called)) return;
  }
  throw new Error(`nothing called ${name} can be reached`);
}

describe.skipIf(chromiumPath === undefined)('a reader', () => {
  const { open } = reports();

  it('does it all by keyboard: a line up twice, undone, saved', async () => {
    const { page, complaints, close } = await open(html);
    await tabTo(page, /^See it otherwise$/);
    await page.keyboard.press('Enter');
    await settled(page);
    await tabTo(page, /^What it wants then/);
    await page.keyboard.press('Enter');
    await tabTo(page, /one place down$/);
    const line = (await page.locator(':focus').getAttribute('aria-label'))!;
    await page.keyboard.press('Enter');
    // The focus goes with the line.
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(line);
    await page.keyboard.press('Space');
    await settled(page);
    expect(await page.locator('.departures li').count()).toBe(1);
    expect(await page.locator('.status').textContent()).toMatch(/differ|change no answer/);
    await tabTo(page, /^Undo: /);
    await page.keyboard.press('Enter');
    expect(await page.locator('.departures li').count()).toBe(0);
    await tabTo(page, /^As a case$/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('case.yaml');
    expect(complaints).toEqual([]);
    await close();
  });

  it('sees which difference decides, and what it hangs on', async () => {
    const { page, close } = await open(html);
    await otherwise(page);
    await page.getByRole('combobox', { name: 'Torvale is read as' }).selectOption('hold');
    await settled(page);
    const chosen = page.locator('.results .answer').first();
    await chosen.waitFor();
    expect(await chosen.textContent()).toContain(
      'this alone changes it: Torvale read as “Wants a hold over the port”',
    );
    // With the lease above what it says of the coast road, Torvale keeps the tunnel open; what is believed plays no part here.
    await page.getByRole('combobox', { name: 'Torvale is read as' }).selectOption('income');
    await page.getByRole('combobox', { name: 'Marrin is read as' }).selectOption('bypass');
    const torvale = page.getByRole('group', { name: 'Torvale', exact: true }).first();
    await torvale.getByText('What it wants then').click();
    for (const at of [3, 2])
      await torvale
        .getByRole('button', { name: /one place up$/ })
        .nth(at)
        .click();
    await torvale.getByText('What it believes of the others', { exact: true }).click();
    await page.getByRole('combobox', { name: 'It takes Marrin to be' }).first().selectOption('');
    await settled(page);
    const crux = page.locator('.results .answer', { hasText: 'The author: no; you: yes.' }).first();
    await crux.waitFor();
    expect(await crux.textContent()).toMatch(
      /Does the tunnel stay open at night\?.*this alone decides: Torvale, “Wants an income”: .* from place 4 to 2$/,
    );
    expect(await page.locator('.departures li').count()).toBe(2);
    const shares = page.locator('.results table').nth(1);
    await shares.waitFor();
    expect(await shares.locator('tbody tr').count()).toBeGreaterThan(1);
    await close();
  });

  it('takes the names out of panel and report, and gets the author’s page back', async () => {
    const { page, complaints, close } = await open(html);
    await otherwise(page);
    const before = await page.locator('main').innerHTML();
    await page.getByRole('checkbox', { name: 'The lining is unsafe' }).check();
    await settled(page);
    await page.getByRole('button', { name: 'Without names' }).click();
    await page.locator('main h2#answers').waitFor();
    const said = await page.evaluate(
      () =>
        `${document.title}\n${[...document.querySelectorAll('body > :not(script)')].map((one) => one.textContent).join('\n')}`,
    );
    expect(said).not.toMatch(names);
    expect(said).toContain('Party A');
    const attributes = await page.evaluate(() =>
      [...document.querySelectorAll('body *:not(script)')]
        .flatMap((one) =>
          [...one.attributes].filter(({ name }) => name !== 'value').map(({ value }) => value),
        )
        .join('\n'),
    );
    expect(attributes).not.toMatch(names);
    await page.getByRole('button', { name: 'Without names' }).click();
    expect(await page.locator('main').innerHTML()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, %s, wide and at 360 px', async (colorScheme) => {
    const { page, close } = await open(html, {
      colorScheme,
      bypassCSP: true,
      viewport: { width: 1200, height: 900 },
    });
    await otherwise(page);
    await page.getByRole('checkbox', { name: 'The lining is unsafe' }).check();
    await page
      .getByRole('group', { name: 'Torvale', exact: true })
      .first()
      .getByText('What it wants then')
      .click();
    await settled(page);
    await page.locator('.results').getByText('The rules').first().waitFor();
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // In the dark only colours differ.
      const axe = new AxeBuilder({ page }).include('.argue');
      const { violations } = await (colorScheme === 'dark'
        ? axe.withRules(['color-contrast'])
        : axe
      ).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await close();
  });

  it('nothing moves, whether or not motion is wanted', async () => {
    const { page, close } = await open(html, { reducedMotion: 'no-preference' });
    await otherwise(page);
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    await close();
  });

  it('prints the report alone, with everything that is folded open and no table cut at its side', async () => {
    const { page, close } = await open(html, { viewport: { width: 794, height: 1123 } });
    await otherwise(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.argue').isVisible()).toBe(false);
    expect(await page.locator('.cut').first().isVisible()).toBe(false);
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('main table, main svg')].filter(
          (one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
        ).length,
    );
    expect(cut).toBe(0);
    expect(
      await page.getByText('Item by item').first().locator('xpath=..').locator('table').first().isVisible(),
    ).toBe(true);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await close();
  });
});

describe.skipIf(chromiumPath === undefined)('hostile content', () => {
  const { open } = reports();
  const bad = `"></script><script>alert(1)</script><img src=x onerror=alert(2)><!--`;
  const long = 'w'.repeat(60_000);
  const yaml = `
demarche: 1
title: '${bad}'
summary: '${bad} ${long}'
sources: { s: { title: '${bad}', url: 'javascript:alert(1)', publisher: '${bad}' } }
statements: { a: { in: s, by: '${bad}', gist: '${bad} ${long}', kind: aim, about: north, note: '${bad}' } }
actors:
  north: { name: '${bad}', options: { act: '${bad}', more: '${long}' } }
  south: { name: "\\u202ESouth", options: { wait: "\\u202Ewait\\u0007" } }
now: []
readings:
  north: { r: { label: '${bad}', held-by: ['${bad}'], because: [a], prefers: [{ that: north.act, note: '${bad}' }, south.wait] }, constructor: { label: '${bad}', prefers: [south.wait] } }
  south: { r: { label: One, prefers: [south.wait] }, q: { label: '${bad}', prefers: [not south.wait] } }
beliefs: { south: { north: r } }
scenarios: { calm: { label: '${bad}', start: { north.act: true } } }
questions: { q: { ask: '${bad}', holds-when: south.wait }, g: { ask: '${bad}', kind: gains } }
# ${bad}
`;

  it('shows as text in panel and report, and nothing of it runs', async () => {
    const { page: evil } = written(yaml, { run: script, asked: { concepts: ['seq'], beliefs: ['correct'] } });
    expect(evil.match(/<script/g)).toHaveLength(2);
    const { page, complaints, close } = await open(evil);
    await otherwise(page);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    for (const box of await page.locator('.argue input[type=checkbox]').all()) await box.check();
    for (const list of await page.locator('.argue select').all())
      await list.selectOption({ index: (await list.locator('option').count()) - 1 });
    await settled(page);
    await page.getByRole('button', { name: 'The report of your version' }).click();
    await page.locator('main h2#answers').waitFor();
    const said = await page.locator('.argue').textContent();
    expect(said).toContain('<script>alert(1)</script>');
    expect(said).not.toContain('\u202e');
    expect(await page.locator('img, iframe, object, link[href], [onerror]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    const again = await downloaded(page, 'As a case');
    expect(again.bytes.toString()).toMatch(/\nnow:\n {2}- north\.act\n/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('data that somebody changed leaves a report that can be read, and no panel', async () => {
    for (const data of ['{', '[]', '{"record":1}', '{"record":2}']) {
      const changed = html.replace(/(id="demarche">).*?(<\/script>)/, (_, tag, end) => tag + data + end);
      const { page, complaints, close } = await open(changed);
      expect(await page.locator('h2#answers').isVisible()).toBe(true);
      expect(await page.locator('.argue').count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    }
  });
});
