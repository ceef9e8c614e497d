import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { idle, worldOf } from '../test/browser/open-page.ts';
import { screens } from '../test/browser/screens.ts';

/**
 * `node packages/workbench/tools/screenshots.ts [FOLDER [SCREEN…]]`: each screen light, dark and narrow, into `docs/images/workbench`. The
 * source screen and the interview show the tutorial, whose text may be shown.
 */
const [folder = resolve(import.meta.dirname, '../../../docs/images/workbench'), ...only] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const looks = [
  { look: 'light', dark: false, width: 1200, height: 860 },
  { look: 'dark', dark: true, width: 1200, height: 860 },
  { look: 'narrow', dark: false, width: 360, height: 760 },
] as const;

const world = await worldOf();
try {
  for (const { look, dark, width, height } of looks)
    for (const from of [undefined, 'tutorial']) {
      const shown = screens.filter(
        (one) => (one === 'source') === (from !== undefined) && (only.length === 0 || only.includes(one)),
      );
      if (shown.length === 0 && !only.includes('interview')) continue;
      const { page, context, troubles } = await world.open({ dark, width, ...(from ? { of: from } : {}) });
      await page.setViewportSize({ width, height });
      for (const one of shown) {
        await page.evaluate((to) => {
          location.hash = to;
        }, one);
        await page.locator(`main[data-screen=${one}]`).waitFor();
        await idle(page);
        await page.screenshot({ path: join(folder, `${one}-${look}.png`) });
      }
      if (from && (only.length === 0 || only.includes('interview'))) {
        await beginInterview(page);
        await page.screenshot({ path: join(folder, `interview-${look}.png`) });
      }
      for (const trouble of troubles) console.error(`${look}: ${trouble}`);
      await context.close();
    }
} finally {
  await world.close();
}

/** The tutorial's text, and the first question about it. */
async function beginInterview(page: Page): Promise<void> {
  const text = readFileSync(
    resolve(import.meta.dirname, '../../../cases/tutorial/sources/analysis.txt'),
    'utf8',
  );
  await page.evaluate(() => {
    location.hash = 'start';
  });
  await page.getByLabel('Paste the text').fill(text);
  await page.getByRole('button', { name: 'Answer questions about it' }).click();
  await page.getByText(/^Part 1 of \d+/).waitFor();
  await idle(page);
}
