import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { idle, worldOf } from '../test/browser/open-page.ts';
import { screens } from '../test/browser/screens.ts';

/**
 * `node packages/workbench/tools/screenshots.ts [FOLDER [SCREEN…]]`: each screen light, dark and narrow, into `docs/images/workbench`. The
 * source screen shows the tutorial, whose text may be shown.
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
      if (shown.length === 0) continue;
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
      for (const trouble of troubles) console.error(`${look}: ${trouble}`);
      await context.close();
    }
} finally {
  await world.close();
}
