import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launch } from '../../../report/test/chromium.ts';
import { singlePage } from '../../tools/single.ts';
import { idle } from './open-page.ts';

describe.skipIf(chromiumPath === undefined)('the page as one file, from the disk, without a network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-single-'));
  const file = join(folder, 'demarche.html');
  let browser: Browser;
  beforeAll(async () => {
    const html = await singlePage();
    writeFileSync(file, html);
    expect(html).toMatch(
      /script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; worker-src blob:;/,
    );
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test('every screen works, the reader reads, and a case is kept over a reload', async () => {
    const context = await browser.newContext({ offline: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('request', (request) => {
      if (!/^(file|blob|data):/.test(request.url())) troubles.push(request.url());
    });
    await page.goto(`file://${file}`);
    await page.getByRole('button', { name: 'Leave the look round' }).click();
    await idle(page);
    expect(await page.getByText('it hangs most on').count()).toBeGreaterThan(0);
    await page.goto(`file://${file}#start`);
    await page.getByRole('button', { name: /A tunnel that sleeps at night/ }).click();
    for (const screen of ['answers', 'map', 'model', 'evidence', 'source']) {
      await page.goto(`file://${file}#${screen}`);
      await idle(page);
    }
    await page.getByRole('button', { name: 'Look for statements' }).click();
    await page
      .getByText(/of \d+ passages that report what somebody says|Every passage that the reader finds/)
      .waitFor();
    await page.goto(`file://${file}#start`);
    await page.getByLabel('or with what the case asks').fill('Who closes the valley road?');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Who closes the valley road?' }).waitFor();
    await page.reload();
    await page.goto(`file://${file}#start`);
    await page.getByRole('button', { name: /Who closes the valley road\?/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Who closes the valley road?' }).waitFor();
    expect(troubles).toEqual([]);
  });
});
