import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { appendStatement, editCase } from '@demarche/case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '../../../report/test/chromium.ts';
import { idle, type Opened, type World, worldOf } from './open-page.ts';

const title = /^title: .*$/m;
const patient = { timeout: 15_000 };

describe.skipIf(chromiumPath === undefined)('nothing is lost, in Chromium', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf();
  });
  afterAll(() => world.close());

  /** A change that a person makes: the first passage that is chosen, coded by nobody. */
  const change = async (page: Opened['page'], who: string) => {
    await page.goto(`${new URL(page.url()).origin}/#source`);
    const text = page.getByRole('group', { name: /^The text/ });
    await text.focus();
    await text.press('ArrowDown');
    await text.press('c');
    await page.getByLabel('Who says it').fill(who);
    await page.getByRole('button', { name: 'Add the statement' }).click();
  };
  const kept = (page: Opened['page'], state: string) => page.locator(`[data-keep="${state}"]`).waitFor();

  test('what an editor writes to the file shows in the page; lines that do not touch are merged', async () => {
    const { page, onDisk, write } = await world.open({ of: 'tutorial' });
    await idle(page);
    write(onDisk().replace(title, 'title: Written by an editor'));
    await page.getByRole('heading', { level: 1, name: 'Written by an editor' }).waitFor();
    await change(page, 'Somebody');
    await kept(page, 'saved');
    expect(onDisk()).toMatch(/title: Written by an editor\n[\s\S]*by: Somebody\n/);
  });

  test.each(['mine', 'theirs'] as const)(
    'where both changed the same place the page asks: %s',
    async (which) => {
      const { page, onDisk, write } = await world.open({ of: 'tutorial' });
      await idle(page);
      const first = onDisk();
      await change(page, 'Mine');
      // Both add a statement at the end of the statements.
      write(editCase(first, [appendStatement('s99', { in: 'analysis', by: 'Theirs' })]));
      await kept(page, 'clash');
      expect(onDisk()).toContain('Theirs');
      const asks = page.getByRole('alert', { name: 'Changed elsewhere' });
      await asks
        .getByRole('button', {
          name: which === 'mine' ? 'Mine, as on the screen' : 'The one written elsewhere',
        })
        .click();
      await kept(page, 'saved');
      expect([/by: Mine/.test(onDisk()), /by: Theirs/.test(onDisk())]).toEqual([
        which === 'mine',
        which === 'theirs',
      ]);
    },
  );

  test('two tabs on one case: each shows what the other did', async () => {
    const { page, context, again, onDisk } = await world.open({ of: 'tutorial' });
    await idle(page);
    const other = await again(context);
    await idle(other);
    await change(page, 'The first tab');
    await kept(page, 'saved');
    await change(other, 'The second tab');
    await kept(other, 'saved');
    await expect.poll(() => onDisk(), patient).toMatch(/The first tab[\s\S]*The second tab/);
    await page.getByText('The second tab').first().waitFor({ state: 'attached' });
  });

  test('a server that is gone is told, what was written is in a draft, and a new server takes it up', async () => {
    const { page, served, context, onDisk } = await world.open({ of: 'tutorial' });
    await idle(page);
    // Screens come ahead, so that the page goes on without its server.
    await page.waitForFunction(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => /(Source|Start|Evidence)-/.test(name))
          .length >= 3,
    );
    await served.close();
    await change(page, 'Written while the server was away');
    await kept(page, 'failed');
    await page
      .getByRole('alert', { name: 'Not saved' })
      .getByText(/does not answer/)
      .waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download it' }).click();
    expect((await download).suggestedFilename()).toBe('case.yaml');
    expect(onDisk()).not.toContain('Written while');
    await context.close();
  });

  test('a browser that was killed: its draft is offered and taken up', async () => {
    let blocked = true;
    const one = await world.open({
      of: 'tutorial',
      save: (text, write) => {
        if (blocked) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        write(text);
      },
    });
    await idle(one.page);
    await change(one.page, 'Never saved');
    await one.page
      .getByRole('alert', { name: 'Not saved' })
      .getByText(/the disk is full/)
      .waitFor();
    await one.page.close({ runBeforeUnload: false });
    blocked = false;
    const next = await one.again();
    await next.getByRole('button', { name: 'Go on with the draft' }).click();
    await kept(next, 'saved');
    await expect.poll(() => one.onDisk(), patient).toContain('Never saved');
  });

  test('without a server the case is kept in the browser, and is there after a reload', async () => {
    const { page } = await world.open();
    await page.goto(`${new URL(page.url()).origin}/#start`);
    await page.getByLabel('or with what the case asks').fill('Who closes the valley road?');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Who closes the valley road?' }).waitFor();
    await page.reload();
    await page.goto(`${new URL(page.url()).origin}/#start`);
    await page.getByRole('button', { name: /Who closes the valley road\?/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Who closes the valley road?' }).waitFor();
  });

  test('a folder of the disk: read with its texts, written in its place, never over what changed there', async () => {
    const { page } = await world.open();
    const files = ['case.yaml', 'sources/analysis.txt'].map((name) =>
      readFileSync(resolve(import.meta.dirname, '../../../../cases/tutorial', name), 'utf8'),
    ) as [string, string];
    // The browser's own file system gives the handles that a picker would.
    await page.evaluate(async ([text, source]) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('tunnel', { create: true });
      const write = async (at: FileSystemDirectoryHandle, name: string, words: string) => {
        const writable = await (await at.getFileHandle(name, { create: true })).createWritable();
        await writable.write(words);
        await writable.close();
      };
      await write(folder, 'case.yaml', text);
      await write(await folder.getDirectoryHandle('sources', { create: true }), 'analysis.txt', source);
      Object.assign(globalThis, {
        showDirectoryPicker: async () => folder,
        caseText: async () => (await (await folder.getFileHandle('case.yaml')).getFile()).text(),
        writeCase: (words: string) => write(folder, 'case.yaml', words),
      });
    }, files);
    type Inside = { caseText: () => Promise<string>; writeCase: (text: string) => Promise<void> };
    const onDisk = () => page.evaluate(() => (globalThis as unknown as Inside).caseText());
    await page.goto(`${new URL(page.url()).origin}/#start`);
    await page.getByRole('button', { name: 'Open a folder, with its texts' }).click();
    await page.locator('[data-keep="saved"]', { hasText: 'tunnel/case.yaml' }).waitFor();
    await change(page, 'Somebody');
    await kept(page, 'saved');
    expect(await onDisk()).toContain('by: Somebody');
    const other = (await onDisk()).replace(title, 'title: Written meanwhile');
    await page.evaluate((text) => (globalThis as unknown as Inside).writeCase(text), other);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('Written meanwhile').first().waitFor();
    expect(await onDisk()).toBe(other);
  });
});
