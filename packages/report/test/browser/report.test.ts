import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { answerCase, standardSweep, sweepJob, sweepLayout, sweepResult } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportHtml, reportMoreOf, sweepHtml } from '../../src/html/index.ts';
import { chromiumPath, launch } from '../chromium.ts';

const root = new URL('../../../../', import.meta.url);
const analysis = readFileSync(new URL('cases/tutorial/sources/analysis.txt', root), 'utf8');
const yaml = readFileSync(new URL('cases/tutorial/case.yaml', root), 'utf8');
const found = readCase(yaml, { file: 'case.yaml', texts: { analysis } }).case!;

// In the dark only colours differ, and in a narrow window sizes.
const views = [
  { colorScheme: 'light', width: 1200, rules: undefined },
  { colorScheme: 'dark', width: 1200, rules: ['color-contrast'] },
  { colorScheme: 'light', width: 360, rules: ['target-size'] },
] as const;

describe.skipIf(chromiumPath === undefined)('the report in Chromium, from disk, with the network off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-report-'));
  const file = join(folder, 'report.html');
  let browser: Browser;
  beforeAll(async () => {
    const answer = answerCase(found);
    const more = reportMoreOf(found, answer, { samples: 50 });
    writeFileSync(file, reportHtml(found, answer, { version: '0.0.0', texts: { analysis }, more }));
    const settings = { ...standardSweep, samples: 100 };
    const { work, setup } = sweepJob(found, settings);
    const tally = work(setup)({ from: 0, to: 100 });
    const swept = sweepResult(sweepLayout(found, settings), settings, tally, 'all-done');
    writeFileSync(join(folder, 'sweep.html'), sweepHtml(found, swept, '0.0.0'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test.each(views.flatMap((view) => ['report.html', 'sweep.html'].map((name) => ({ ...view, name }))))(
    '$name, $colorScheme at $width px: accessible, nothing wider than the page',
    async ({ colorScheme, width, rules, name }) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        offline: true,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) problems.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, name)).href);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      const axe = new AxeBuilder({ page });
      const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  test('by keyboard alone: the first stop skips to the answers, links lead down to a statement', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('To the answers');
    await page.locator('a[href="#statement--s09"]:visible').first().focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#statement--s09');
    expect(await page.locator('#statement--s09').isVisible()).toBe(true);
    await context.close();
  });
});
