import { answerCase } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '../src/html/index.ts';
import { reportMarkdown } from '../src/markdown/index.ts';
import { caveat } from '../src/words/index.ts';
import { analysis, readSound, tutorialYaml as tutorialText } from './tutorial.ts';

function report(found: Case, texts: Readonly<Record<string, string>> = {}): string {
  return reportHtml(found, answerCase(found), { version: '0.0.0', texts });
}

const read = readSound;
const tutorial = read(tutorialText);
const page = report(tutorial, { analysis });

describe('the report', () => {
  test('is the same bytes for the same case', () => {
    expect(report(read(tutorialText), { analysis })).toBe(page);
  });

  test('needs nothing from outside and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<img|@import|url\((?!#)|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test('every link inside it leads somewhere, and no id stands twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect(ids).toContain(link);
  });

  test('every conclusion leads down to statements: reading, priority, statement', () => {
    expect(page).toContain('href="#statement--s09"');
    expect(page).toContain('id="reading--torvale_2eincome"');
    expect(page).toContain('href="#judgement--torvale_2eincome_2e1"');
  });

  test('every picture says inside itself its title, condition, date, and that it is no forecast', () => {
    const pictures = [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map((match) => match[0]);
    expect(pictures.length).toBeGreaterThan(4);
    for (const picture of pictures) {
      const words = [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]).join(' ');
      expect(words).toMatch(/ if /);
      expect(words).toContain(`As of ${tutorial.asOf}: ${caveat}.`);
      expect(words.replaceAll(' ', '')).toContain(tutorial.sha256);
      expect(words).toContain('demarche 0.0.0; parties may agree');
      // Cut out of the page, it still looks like something: no element hangs on the style sheet alone.
      for (const [element] of picture.matchAll(/<(?:rect|path|text|circle)[^>]*>/g))
        expect(element).toMatch(/ (?:fill|stroke)="/);
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc/);
    }
  });

  test('prints passages of a text that lies in the case, and none of one that is given from elsewhere', () => {
    const at = tutorial.statements.find((one) => one.at)!.at!;
    const passage = [...analysis].slice(at.start, at.end).join('');
    const shown = passage
      .slice(0, 40)
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(page).toContain(shown);
    const elsewhere = report(read(tutorialText.replace(/^ {4}text: .*\n/m, '')));
    for (const { at: place } of tutorial.statements) {
      const words = [...analysis].slice(place!.start, place!.end).join('').split(/\s+/).slice(0, 7).join(' ');
      expect(elsewhere).not.toContain(words);
    }
    expect(elsewhere).toContain('Have the text?');
  });

  test('marks anchors that were not verified', () => {
    const unverified = readCase(tutorialText, { file: 'case.yaml' }).case!;
    expect(report(unverified)).toContain('anchor not verified');
    expect(page).not.toContain('anchor not verified');
  });
});

test('hostile names, labels, gists and addresses show as text', () => {
  const bad = `"><script>alert(1)</script><img src=x onerror=alert(2)>`;
  const yaml = `
demarche: 1
title: '${bad}'
summary: '${bad}'
sources: { s: { title: '${bad}', url: 'javascript:alert(1)', publisher: '${bad}' } }
statements: { a: { in: s, by: '${bad}', gist: '${bad}', kind: aim, about: north, note: '${bad}' } }
actors:
  north: { name: '${bad}', options: { act: '${bad}' } }
  south: { name: South, options: { wait: "\\u202Ewait\\u0007" } }
now: []
readings:
  north: { r: { label: '${bad}', held-by: ['${bad}'], because: [a], note: '${bad}', prefers: [{ that: north.act, note: '${bad}' }] } }
  south: { r: { label: One, prefers: [south.wait] }, q: { label: Two, prefers: [not south.wait] } }
scenarios: { calm: { label: '${bad}', start: { north.act: true } } }
questions: { q: { ask: '${bad}', holds-when: south.wait }, g: { ask: '${bad}', kind: gains } }
`;
  const { case: found, diagnostics } = readCase(yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = report(found!);
  expect(text).not.toMatch(/<script|<img|href="javascript/i);
  expect(text).not.toContain('\u202e');
  const markdown = reportMarkdown(found!, answerCase(found!), { version: '0.0.0' });
  expect(markdown).not.toMatch(/<script|<img|\]\(|\u202e/i);
  expect(markdown).toContain('&lt;script&gt;');
  expect(text).toContain('&lt;script&gt;');
});
