import { mkdtempSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCase } from '@demarche/case';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from '../../../report/test/chromium.ts';
import { type CaseFile, pageFolder, type Served, serve } from '../../src/serve/index.ts';

const root = new URL('../../../../', import.meta.url);

export type World = {
  readonly browser: Browser;
  /** A case on the disk, served, and a page that shows it. */
  readonly open: (options?: Options) => Promise<Opened>;
  readonly close: () => Promise<void>;
};

export type Options = {
  /** Folder of a case of the repository; its texts come along. Without one the page is served without a case. */
  readonly of?: string;
  /** Or the text of a case. */
  readonly text?: string;
  readonly width?: number;
  readonly dark?: boolean;
  /** In the same browser as another page, so that they share what it keeps. */
  readonly context?: BrowserContext;
  /** Looks like the disk while it does not let anything be written. */
  readonly save?: (text: string, write: (text: string) => void) => void;
};

export type Opened = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly served: Served;
  /** What lies on the disk. */
  readonly onDisk: () => string;
  readonly write: (text: string) => void;
  /** Errors of the page, and what its policy refused. */
  readonly troubles: readonly string[];
  /** The same page again, after a reload or in another tab. */
  readonly again: (context?: BrowserContext) => Promise<Page>;
};

/** One browser for a file of tests; every server and folder is gone at the end. */
export async function worldOf(): Promise<World> {
  const browser = await launch();
  const folder = await pageFolder();
  const served: Served[] = [];
  const folders: string[] = [];
  return {
    browser,
    open: async (options = {}) => {
      const place = mkdtempSync(join(tmpdir(), 'demarche-open-'));
      folders.push(place);
      const path = join(place, 'case.yaml');
      const source = options.of === undefined ? undefined : new URL(`cases/${options.of}/`, root);
      const text = options.text ?? (source && readFileSync(new URL('case.yaml', source), 'utf8'));
      const texts: Record<string, string> = {};
      if (source && text !== undefined)
        for (const one of readCase(text).case!.sources)
          if (one.text !== undefined) texts[one.id] = readFileSync(new URL(one.text, source), 'utf8');
      if (text !== undefined) writeFileSync(path, text);
      const write = (words: string) => {
        writeFileSync(`${path}.new`, words);
        renameSync(`${path}.new`, path);
      };
      const file: CaseFile = {
        name: `${options.of ?? 'new'}/case.yaml`,
        load: () => ({ text: readFileSync(path, 'utf8'), texts }),
        save: (words) => (options.save ? options.save(words, write) : write(words)),
        watch: (changed) => {
          const watcher = watch(place, () => changed());
          return () => watcher.close();
        },
      };
      const one = await serve({ page: folder, ...(text === undefined ? {} : { file }) });
      served.push(one);
      const troubles: string[] = [];
      const context =
        options.context ??
        (await browser.newContext({
          viewport: { width: options.width ?? 1200, height: 900 },
          colorScheme: options.dark ? 'dark' : 'light',
          reducedMotion: 'reduce',
        }));
      const listen = (page: Page) => {
        page.on('pageerror', (error) => troubles.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
            troubles.push(message.text());
        });
        page.on('dialog', (dialog) => {
          troubles.push(`a dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
      };
      const page = await context.newPage();
      listen(page);
      await page.addInitScript(() => localStorage.setItem('demarche looked round', 'yes'));
      await page.goto(one.url);
      return {
        page,
        context,
        served: one,
        onDisk: () => readFileSync(path, 'utf8'),
        write,
        troubles,
        again: async (other = context) => {
          const next = await other.newPage();
          listen(next);
          await next.goto(`http://127.0.0.1:${one.port}/`);
          return next;
        },
      };
    },
    close: async () => {
      await browser.close();
      await Promise.all(served.map((one) => one.close()));
      for (const place of folders) rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Waits until nothing on the page is being worked out. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"]') === null && document.querySelector('main h1') !== null,
  );
}
