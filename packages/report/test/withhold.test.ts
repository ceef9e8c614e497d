import { answerCase } from '@demarche/analysis';
import { describe, expect, test } from 'vitest';
import { reportHtml, reportMoreOf } from '../src/html/index.ts';
import { reportMarkdown } from '../src/markdown/index.ts';
import { analysis, readSound, tutorialYaml } from './tutorial.ts';

const points = [...analysis];

/** Both kinds of report, with everything that was escaped put back: what bytes say, they say in whatever spelling. */
function told(yaml: string): string {
  const found = readSound(yaml);
  const answer = answerCase(found);
  const options = { version: '0.0.0', texts: { analysis } };
  const more = reportMoreOf(found, answer, { samples: 20 });
  return [reportHtml(found, answer, { ...options, more }), reportMarkdown(found, answer, options)]
    .join('\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\\(.)/g, '$1');
}

describe('what is withheld stands nowhere', () => {
  test('a statement: no gist, note, speaker, place or passage of it', () => {
    const yaml = tutorialYaml.replace(
      / {4}by: Two former board members\n {4}kind: assessment\n {4}about: authority\n {4}gist: The office/,
      '    withhold: true\n    note: A note that nobody sees.\n    by: The Nobody Office\n    kind: assessment\n    about: authority\n    gist: The office',
    );
    expect(yaml).not.toBe(tutorialYaml);
    const text = told(yaml);
    const { gist, at } = readSound(yaml).statements.find(({ withhold }) => withhold)!;
    expect(text).not.toContain(gist);
    expect(text).not.toContain('A note that nobody sees');
    expect(text).not.toContain('The Nobody Office');
    expect(text).not.toContain(`characters ${at!.start}`);
    expect(text).not.toContain(points.slice(at!.start, at!.start + 30).join(''));
    expect(text).toContain('a withheld voice');
  });

  test('words that a shown passage shares with a withheld one', () => {
    const own = readSound(tutorialYaml).statements.find(({ id }) => id === 's08')!;
    const hidden = `  hidden:\n    in: analysis\n    at: ${own.at!.start + 10}..${own.at!.start + 60}\n    withhold: true\n\nactors:\n`;
    const text = told(tutorialYaml.replace('\nactors:\n', `\n${hidden}`));
    expect(text).toContain(own.gist);
    expect(text).not.toContain(points.slice(own.at!.start + 10, own.at!.start + 60).join(''));
  });

  test('a source: nothing of its statements, and not its title or people', () => {
    const yaml = tutorialYaml.replace(/^( {4}published: .*\n)/m, '$1    withhold: true\n');
    const text = told(yaml);
    const { statements, sources } = readSound(yaml);
    for (const secret of [sources[0]!.title, sources[0]!.publisher, sources[0]!.author])
      expect(text).not.toContain(secret);
    for (const { gist, note, by, holder } of statements)
      for (const secret of [gist, note, by]) {
        if (!secret || secret === holder || statements.some((one) => one.holder === secret)) continue;
        expect(text).not.toContain(secret);
      }
  });
});

test('a text that the case does not name is quoted nowhere, even if it is handed over', () => {
  const text = told(tutorialYaml.replace(/^ {4}text: .*\n/m, ''));
  for (const { at } of readSound(tutorialYaml).statements)
    expect(text).not.toContain(points.slice(at!.start, at!.start + 40).join(''));
});

test('words that are not those that were hashed are not quoted', () => {
  const found = readSound(tutorialYaml);
  const other = reportHtml(found, answerCase(found), {
    version: '0.0.0',
    texts: { analysis: 'Other words. '.repeat(500) },
  });
  expect(other).not.toContain('Other words');
});
