import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCase } from '@demarche/case';
import { worldOf } from '../test/browser/open-page.ts';
import { firstViewBytes } from './first-view.ts';
import { measuredCase } from './measured-case.ts';

/** `node tools/measure.ts`: how large the page is, how soon it is there, and how soon an edit shows; written into docs. */
const home = resolve(import.meta.dirname, '..');
const docs = resolve(home, '../../docs/workbench-measured.md');
const runs = 7;

const world = await worldOf();
try {
  const weight = firstViewBytes(join(home, 'dist/page'));
  const loads = await times(5, load);
  const cases: readonly (readonly [string, string])[] = [
    ['64 states, 4 combinations of readings, 2 circumstances', measuredCase(6)],
    ['1 024 states, the same', measuredCase(10)],
    ['4 096 states, the same', measuredCase(12)],
    ['the article’s case: 1 536 states, 32 combinations, 6 circumstances', talks()],
  ];
  const rows: string[] = [];
  for (const [name, text] of cases) rows.push(`| ${name} | ${(await edits(text)).join(' | ')} |`);
  writeFileSync(
    docs,
    `# The workbench, measured

By \`node packages/workbench/tools/measure.ts\` in Chromium on a machine with two cores; medians of ${runs} edits. Machines differ, and so do
runs: compare rows of one table.

| | |
| --- | --- |
| first view, compressed (the document, its scripts and styles, the worker) | ${Math.round(weight / 1000)} kB |
| from the address to the first heading, on loopback | ${median(loads)} ms |

An edit here is taking a step back and doing it again, with the answers in view: from the key to the matrix of all combinations, all of it
recomputed by the worker and drawn.

| case | an edit of the title | an edit of a priority |
| --- | --- | --- |
${rows.join('\n')}
`,
  );
  console.log(readFileSync(docs, 'utf8'));

  async function load(): Promise<number> {
    const opened = await world.open({ text: measuredCase(6) });
    await opened.page.getByRole('heading', { level: 1 }).first().waitFor();
    const time = await opened.page.evaluate(() => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      return entry?.startTime ?? performance.now();
    });
    await opened.context.close();
    return time;
  }

  /** Milliseconds from an edit to all answers drawn: of the title, and of a priority. */
  async function edits(text: string): Promise<readonly string[]> {
    const opened = await world.open({ text });
    await opened.page.locator('.answers-matrix').first().waitFor({ timeout: 120_000 });
    const results: string[] = [];
    for (const change of [
      (now: string) => now.replace(/^title: (.*)$/m, 'title: $1, again'),
      (now: string) => now.replace(/prefers:\n( +)- (.*)\n( +)- (.*)\n/, 'prefers:\n$1- $4\n$3- $2\n'),
    ]) {
      const before = opened.onDisk();
      opened.write(change(before));
      await opened.page.locator('[aria-label^="Undo: take in"]').waitFor({ timeout: 120_000 });
      await opened.page.waitForFunction(
        () => document.querySelector('[aria-busy="true"]') === null,
        undefined,
        {
          timeout: 120_000,
        },
      );
      const found = await opened.page.evaluate(async (count) => {
        const taken: number[] = [];
        for (let k = 0; k < count; k++) {
          const button = document.querySelectorAll<HTMLButtonElement>('.tools .step')[k % 2]!;
          const started = performance.now();
          const drawn = new Promise<void>((resolve) => {
            let busy = false;
            const look = () => {
              if (document.querySelector('.answers[aria-busy="true"]')) busy = true;
              else if (busy) return resolve();
              requestAnimationFrame(look);
            };
            look();
          });
          button.click();
          await drawn;
          taken.push(performance.now() - started);
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        return taken;
      }, runs);
      results.push(`${median(found)} ms`);
    }
    await opened.context.close();
    return results;
  }
} finally {
  await world.close();
}

function talks(): string {
  const text = readFileSync(resolve(home, '../../cases/ukraine-talks-2025/case.yaml'), 'utf8');
  if (!readCase(text).case) throw new Error('the case has errors');
  return text;
}

async function times(count: number, one: () => Promise<number>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let k = 0; k < count; k++) taken.push(await one());
  return taken;
}

function median(taken: readonly number[]): number {
  return Math.round([...taken].sort((a, b) => a - b)[Math.floor(taken.length / 2)]!);
}
