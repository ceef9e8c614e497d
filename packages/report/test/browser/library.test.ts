import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launch } from '../chromium.ts';

const root = resolve(import.meta.dirname, '../../../..');
const text = readFileSync(join(root, 'docs/library.md'), 'utf8');
const folder = join(root, 'node_modules/.cache', `library-${process.pid}`);
const examples = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
/** Node strips no types under `node_modules`. */
const shown = join(root, 'packages/report', `library-${process.pid}`);
const fileOf = (at: number) => join(shown, `example-${at + 1}.ts`);

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  mkdirSync(shown);
  for (const [at, example] of examples.entries()) writeFileSync(fileOf(at), example);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(shown, { recursive: true, force: true });
});

/** A build as `tools/pack.ts` makes it, or a check of types alone. */
function compile(name: string, options: object, include: readonly string[]): void {
  const config = join(folder, `${name}.json`);
  const compilerOptions = { composite: false, incremental: false, noEmit: false, ...options };
  writeFileSync(
    config,
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include, references: [] }),
  );
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', config], {
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
}

describe('docs/library.md', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(3));

  it.each(examples.map((example, at) => [at + 1, example] as const))(
    'example %i runs and prints what it says',
    (number, example) => {
      const printed = execFileSync(process.execPath, [fileOf(number - 1)], { cwd: root, encoding: 'utf8' });
      const said = [...example.matchAll(/console\.log\(.*\);\s*\/\/ (.*)/g)].map((match) => match[1]);
      expect(printed.trim().split('\n')).toEqual(said);
    },
  );

  it('its examples have the types that they say', () => {
    compile(
      'types',
      {
        noEmit: true,
        emitDeclarationOnly: false,
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      },
      [shown],
    );
  });
});

describe.skipIf(chromiumPath === undefined)('docs/library.md in Chromium', () => {
  let server: Server;
  let browser: Browser;
  const built = '/node_modules/@demarche/engine/dist/';
  const written = new Map(
    [...text.matchAll(/^```(?:html|js) (\S+)\n([\s\S]*?)^```$/gm)].map((match) => [
      `/${match[1]}`,
      match[2]!,
    ]),
  );

  beforeAll(async () => {
    compile(
      'engine',
      {
        rootDir: join(root, 'packages/engine/src'),
        outDir: join(folder, 'dist'),
        emitDeclarationOnly: false,
        declaration: false,
        declarationMap: false,
        types: [],
      },
      [join(root, 'packages/engine/src')],
    );
    server = createServer((request, response) => {
      const path = new URL(request.url!, 'http://localhost').pathname;
      const file = join(folder, 'dist', path.slice(built.length));
      const body =
        written.get(path) ?? (path.startsWith(built) && existsSync(file) ? readFileSync(file) : undefined);
      const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
      response.end(body);
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('the engine answers in the page and in a worker, with no bundler', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('response', (response) => {
      if (!response.ok() && !response.url().endsWith('favicon.ico')) problems.push(response.url());
    });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/page.html`);
    await page.waitForFunction("document.getElementById('worker').textContent !== ''");
    expect(problems).toEqual([]);
    expect(await page.textContent('#here')).toBe('0 3');
    expect(await page.textContent('#worker')).toBe('0 3');
    await page.close();
  });
});
