/** Draws `docs/images/report-light.png` and `report-dark.png`: the head of the report on the tutorial's case. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { reportHtml, reportMoreOf } from '../src/html/index.ts';
import { launch } from '../test/chromium.ts';

const root = new URL('../../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const analysis = text('cases/tutorial/sources/analysis.txt');
const { case: found } = readCase(text('cases/tutorial/case.yaml'), { texts: { analysis } });
if (!found) throw new Error('the tutorial’s case has errors');
const answer = answerCase(found);
const more = reportMoreOf(found, answer);
const html = reportHtml(found, answer, { version: '', texts: { analysis }, more });
const out = new URL('docs/images/', root);
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 960, height: 1180 } });
  const page = await context.newPage();
  await page.setContent(html);
  writeFileSync(fileURLToPath(new URL(`report-${colorScheme}.png`, out)), await page.screenshot());
  await context.close();
}
await browser.close();
