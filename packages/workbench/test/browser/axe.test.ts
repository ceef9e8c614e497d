import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { idle, type World, worldOf } from './open-page.ts';
import { screens } from './screens.ts';

describe.skipIf(chromiumPath === undefined)('every screen', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  // In the dark the tree is the same, and only rules on colours can say something else; in a narrow window those on sizes.
  const looks = [
    { colorScheme: 'light', width: 1200, rules: undefined },
    { colorScheme: 'dark', width: 1200, rules: ['color-contrast'] },
    { colorScheme: 'light', width: 360, rules: ['target-size'] },
  ] as const;
  test.each(screens)(
    'on %s axe finds nothing, light, dark or narrow, and nothing runs out of the window',
    async (screen) => {
      const { page, troubles } = await world.open({ of: 'tutorial' });
      await page.evaluate((to) => {
        location.hash = to;
      }, screen);
      await page.locator(`main[data-screen=${screen}]`).waitFor();
      // Of the report the short one will do: what takes longer has the same parts.
      if (screen === 'report') await page.locator('.preview').waitFor();
      else await idle(page);
      for (const { colorScheme, width, rules } of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        // The preview is a report, at which its own tests look.
        const axe = new AxeBuilder({ page }).exclude('iframe');
        const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
        const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ colorScheme, width, found, over }).toEqual({ colorScheme, width, found: [], over: 0 });
      }
      expect(troubles).toEqual([]);
      await page.close();
    },
  );
});
