import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launch } from '../../../report/test/chromium.ts';
import { here, threads } from '../../../run/src/index.ts';
import { hashesOn } from '../../../run/test/flags.ts';

const root = resolve(import.meta.dirname, '../../../..');
const built = join(root, 'node_modules/.cache', `run-${process.pid}`);

/** What the page gets to call. */
type Inside = {
  hashesOn: typeof hashesOn;
  webThreads: typeof import('../../../run/src/web.ts').webThreads;
  squares: typeof import('../../../run/test/squares.ts').squares;
};
declare const inside: Inside;
declare const crossOriginIsolated: boolean;

const script = `
import * as flags from '/run/test/flags.js';
import { squares } from '/run/test/squares.js';
import { webThreads } from '/run/src/web.js';
globalThis.inside = { ...flags, webThreads, squares };
document.title = 'ready';
`;

describe.skipIf(chromiumPath === undefined)('threads of a page say what threads of Node say', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(built, { recursive: true });
    const config = join(built, 'tsconfig.json');
    const compilerOptions = {
      composite: false,
      incremental: false,
      rootDir: join(root, 'packages'),
      outDir: built,
      emitDeclarationOnly: false,
      declaration: false,
      declarationMap: false,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const include = ['engine/src', 'run/test/flags.ts', 'run/test/squares.ts', 'run/src/web.ts'].map((one) =>
      join(root, 'packages', one),
    );
    writeFileSync(
      config,
      JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include, references: [] }),
    );
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], {
      encoding: 'utf8',
    });
    expect(status, stdout).toBe(0);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost');
      const html = pathname === '/isolated' || pathname === '/open';
      const file = join(built, pathname);
      const body = html ? `<script type="module">${script}</script>` : existsSync(file) && readFileSync(file);
      response.writeHead(body === false ? 404 : 200, {
        'content-type': html ? 'text/html' : 'text/javascript',
        'cross-origin-embedder-policy': 'require-corp',
        ...(pathname === '/open' ? {} : { 'cross-origin-opener-policy': 'same-origin' }),
      });
      response.end(body === false ? '' : body);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    browser = await launch();
    page = await opened('isolated');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(built, { recursive: true, force: true });
  });

  async function opened(path: string): Promise<Page> {
    const one = await browser.newPage();
    await one.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
    await one.waitForFunction("document.title === 'ready'");
    return one;
  }

  it('on one worker and on several, which share memory where the page is isolated', async () => {
    const node = await hashesOn(here);
    expect(await hashesOn(threads(2))).toEqual(node);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    for (const count of [1, 2, 3])
      expect(await page.evaluate((n) => inside.hashesOn(inside.webThreads(n)), count)).toEqual(node);
  });

  it('and in one thread where it is not', async () => {
    const one = await opened('open');
    expect(await one.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(await one.evaluate(() => inside.hashesOn(inside.webThreads(2)))).toEqual(await hashesOn(here));
  });

  it('a runner of the page keeps the order of parts, throws what a part throws, and is cancelled', async () => {
    const told = await page.evaluate(async () => {
      const seen: number[] = [];
      const parts = (count: number) =>
        Array.from({ length: count }, (_, n) => ({ n, wait: n % 3 === 0 ? 10 : 0 }));
      const all = async (count: number, cancel?: AbortSignal) => {
        seen.length = 0;
        try {
          for await (const { square } of inside.webThreads(2).run(inside.squares(100), parts(count), cancel))
            seen.push(square);
          return 'done';
        } catch (error) {
          return (error as Error).message;
        }
      };
      const whole = [await all(12), seen.join()];
      const failing = [await all(20), seen.length];
      const control = new AbortController();
      setTimeout(() => control.abort(new Error('enough')), 5);
      return { whole, failing, cancelled: await all(12, control.signal) };
    });
    expect(told).toEqual({
      whole: ['done', Array.from({ length: 12 }, (_, n) => n * n + 100).join()],
      failing: ['no thirteen', 13],
      cancelled: 'enough',
    });
  });
});
