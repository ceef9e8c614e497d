import { answerCase, beliefsToAsk } from '@demarche/analysis';
import { expect, test } from 'vitest';
import { reportHtml } from '../src/html/index.ts';
import { reportMarkdown } from '../src/markdown/index.ts';
import { analysis, readSound, tutorialYaml } from './tutorial.ts';

/** The report of the tutorial's case and each of its pictures, for people to look at. `vitest -u` writes them anew. */
const found = readSound(tutorialYaml);
const answer = answerCase(found, { beliefs: beliefsToAsk(found) });
const options = { version: '0.0.0', texts: { analysis } };
const withoutHash = (text: string) => text.replaceAll(found.sha256, '0'.repeat(64));
const page = withoutHash(reportHtml(found, answer, options));

test('the page', async () => {
  await expect(page).toMatchFileSnapshot('golden/tutorial.html');
});

test('the page as Markdown', async () => {
  await expect(withoutHash(reportMarkdown(found, answer, options))).toMatchFileSnapshot('golden/tutorial.md');
});

test('each picture, cut out', async () => {
  const pictures = [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([picture]) => picture);
  expect(pictures.length).toBeGreaterThan(4);
  for (const picture of pictures) {
    const name = /aria-labelledby="(\S+)-t /.exec(picture)![1]!;
    await expect(`${picture.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
  }
});
