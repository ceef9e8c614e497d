import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch } from '../../report/test/chromium.ts';
import { reportScript } from '../src/bundle/index.ts';

export { chromiumPath } from '../../report/test/chromium.ts';

export const script = await reportScript();

export const text = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

export type Opened = {
  readonly page: Page;
  /** What the browser complained of: errors, and what the policy forbade. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** Reports opened from disk, in a Chromium without a network, that saves by downloading. */
export function reports() {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-argue-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  return {
    async open(
      html: string,
      options: BrowserContextOptions = {},
      before = 'delete window.showSaveFilePicker',
    ): Promise<Opened> {
      const file = join(folder, 'report.html');
      writeFileSync(file, html);
      const context = await browser.newContext({ offline: true, ...options });
      await context.addInitScript(before);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('request', (request) => {
        if (!/^(?:file|blob):/.test(request.url())) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints, close: () => context.close() };
    },
  };
}

/** Opens the panel and waits for the first answers. */
export async function otherwise(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See it otherwise' }).click();
  await settled(page);
}

/** Waits until what follows was worked out. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.status:not(:empty):not(:has-text("Working"))').waitFor();
}

/** What pressing a button of the page downloads. */
export async function downloaded(
  page: Page,
  name: string | RegExp,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).first().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await pathOf(download)) };
}

async function pathOf(download: Download): Promise<string> {
  const path = await download.path();
  expect(path).toBeTruthy();
  return path;
}
