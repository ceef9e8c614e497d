import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCase } from '@demarche/case';
import { idle, worldOf } from '../test/browser/open-page.ts';
import { firstViewBytes } from './first-view.ts';
import { measuredCase } from './measured-case.ts';

/** `node tools/measure.ts`: how large the page is, how soon it is there, and how soon an edit shows; written into docs. */
const home = resolve(import.meta.dirname, '..');
const docs = resolve(home, '../../docs/workbench-measured.md');
const runs = 5;

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

Edits that the page never saw before: from the new text being in the page to its answers drawn (the matrix), and to everything drawn
(the rules, shares and probabilities too).

| case | new title: answers | everything | new order of priorities: answers | everything |
| --- | --- | --- | --- | --- |
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

  /**
   * Milliseconds from a text that the page never saw, being there, to its answers drawn and to all that they hang on drawn: of a new
   * title, and of a new order of the priorities of a reading.
   */
  async function edits(text: string): Promise<readonly string[]> {
    const opened = await world.open({ text });
    const { page } = opened;
    await page.evaluate(watchAnswers);
    await idle(page);
    const results: string[] = [];
    for (const change of [retitled, reordered]) {
      const taken: { readonly cells: number; readonly all: number }[] = [];
      for (let k = 1; k <= runs + 1; k++) {
        await page.evaluate(() => {
          (globalThis as unknown as Watched).taken = undefined;
        });
        opened.write(change(opened.onDisk(), k));
        await page.waitForFunction(
          () => (globalThis as unknown as Watched).taken?.all !== undefined,
          undefined,
          {
            timeout: 120_000,
          },
        );
        // The first edit of a kind loads what the others find there.
        if (k > 1) taken.push(await page.evaluate(() => (globalThis as unknown as Watched).taken!));
      }
      results.push(
        `${median(taken.map(({ cells }) => cells))} ms`,
        `${median(taken.map(({ all }) => all))} ms`,
      );
    }
    await opened.context.close();
    return results;
  }
} finally {
  await world.close();
}

type Watched = { taken: { cells: number; all: number } | undefined };

/** In the page: notes when a text comes in, when its answers are drawn, and when all is. */
function watchAnswers(): void {
  const inside = globalThis as unknown as Watched & { fetch: typeof fetch };
  const own = inside.fetch.bind(globalThis);
  let began = 0;
  let cells = 0;
  let seen = '';
  inside.fetch = async (...asked) => {
    const response = await own(...asked);
    const json = response.json.bind(response);
    response.json = async () => {
      const value = (await json()) as { readonly text: string };
      // One change of the file is told more than once.
      if (value.text !== seen) began = performance.now();
      seen = value.text;
      return value;
    };
    return response;
  };
  new MutationObserver(() => {
    const section = document.querySelector<HTMLElement>('.answers');
    if (!section || began === 0) return;
    const now = performance.now();
    if (section.dataset.cells === 'earlier') cells = 0;
    else if (cells === 0) cells = now;
    if (section.ariaBusy === 'false') {
      inside.taken = { cells: cells - began, all: now - began };
      began = 0;
      cells = 0;
    }
  }).observe(document.body, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-cells', 'aria-busy'],
  });
}

function retitled(text: string, k: number): string {
  return text.replace(/^title: .*$/m, `title: A title that is new, ${k}`);
}

/** Another reading each time gets an order of priorities that it never had: the last of the first lines that are no lists comes first. */
function reordered(text: string, k: number): string {
  const blocks = [...text.matchAll(/prefers:\n((?: +- [^-\s].*\n){2,})/g)];
  const [, lines = ''] = blocks[(k - 1) % blocks.length]!;
  const split = lines.split('\n').slice(0, -1);
  return text.replace(lines, `${[split.at(-1)!, ...split.slice(0, -1)].join('\n')}\n`);
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
