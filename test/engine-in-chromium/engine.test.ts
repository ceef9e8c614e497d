import { type Browser, chromium, type Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../chromium-here.ts';
import { told } from './told.ts';

const executablePath = chromiumPath();

describe.skipIf(executablePath === undefined)('the engine in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const bundle = await rolldown({
      input: new URL('told.ts', import.meta.url).pathname,
      platform: 'browser',
    });
    const { output } = await bundle.generate({ format: 'iife', name: 'engine' });
    await bundle.close();
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addScriptTag({ content: output[0].code });
  });
  afterAll(() => browser?.close());

  const there = (expression: string) => page.evaluate(expression);

  it('says of every conflict, by every back end, what it says in Node', async () => {
    const here = told();
    expect(await there('typeof WebAssembly')).toBe('object');
    expect(await there('engine.told()')).toEqual(here);
    expect(complaints).toEqual([]);
    // Without vectors a dense result would not be one of the kernel.
    expect(here.filter((line) => line.includes(', dense: ')).length).toBeGreaterThan(40);
  });

  it('says it in a worker too, and where no memory can be shared', async () => {
    expect(await there('crossOriginIsolated')).toBe(false);
    const inWorker = await there(`new Promise((resolve, reject) => {
      const script = [...document.scripts].at(-1).textContent + ';postMessage(engine.told())';
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    })`);
    expect(inWorker).toEqual(told());
  });
});
