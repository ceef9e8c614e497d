import {
  type SweepResult,
  type SweepSettings,
  standardSweep,
  sweepJob,
  sweepLayout,
  sweepResult,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { describe, expect, test } from 'vitest';
import { sweepHtml } from '../src/html/index.ts';
import { sweepJson } from '../src/json/index.ts';
import { plain, sweepText } from '../src/terminal/index.ts';
import { caveat, frequencyWords } from '../src/words/index.ts';
import { readSound, tutorialYaml } from './tutorial.ts';

function swept(found: Case, more: Partial<SweepSettings> = {}): SweepResult {
  const settings = { ...standardSweep, samples: 150, ...more };
  const { work, setup } = sweepJob(found, settings);
  const tally = work(setup)({ from: 0, to: settings.samples });
  return sweepResult(sweepLayout(found, settings), settings, tally, 'all-done');
}

const tutorial = readSound(tutorialYaml);
const result = swept(tutorial);
const page = sweepHtml(tutorial, result, '0.0.0');

describe('shares in words', () => {
  test.each([
    [0, 0, 0.004, '0 % (0–1)'],
    [0.002, 0.0001, 0.007, '<1 % (0–1)'],
    [0.344, 0.3201, 0.3699, '34 % (32–37)'],
    [0.999, 0.991, 1, '>99 % (99–100)'],
    [1, 0.99, 1, '100 % (99–100)'],
  ])('%f in %f–%f: %s', (share, low, high, words) => {
    expect(frequencyWords({ count: 0, share, low, high })).toBe(words);
  });
});

describe('the page', () => {
  test('for people to look at', async () => {
    const text = page.replaceAll(tutorial.sha256, '0'.repeat(64));
    await expect(text).toMatchFileSnapshot('golden/sweep.html');
  });

  test('needs nothing from outside and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<object|<img|@import|url\((?!#)|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test('every picture says inside itself its title, condition, date, and that it is no forecast', () => {
    const pictures = [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map((match) => match[0]);
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      const words = [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]).join(' ');
      expect(words).toContain('if nobody misreads anyone');
      expect(words).toContain(`As of ${tutorial.asOf}: ${caveat}.`);
      expect(words.replaceAll(' ', '')).toContain(tutorial.sha256);
      expect(words).toContain('seed 1, 150 of 150 samples');
      for (const [element] of picture.matchAll(/<(?:rect|path|text|circle)[^>]*>/g))
        expect(element).toMatch(/ (?:fill|stroke)="/);
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc/);
    }
  });

  test('dots and lines stand where the figures say', () => {
    const [picture] = page.match(/<svg[\s\S]*?<\/svg>/)!;
    const dots = [...picture.matchAll(/<circle[^>]* cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    const shares = [...picture.matchAll(/>(\d+) % \(/g)].map(([, share]) => Number(share) / 100);
    expect(dots.length).toBe(shares.length);
    expect(dots.length).toBeGreaterThan(3);
    dots.forEach((x, k) => {
      expect(Math.abs((x - 250) / 320 - shares[k]!)).toBeLessThan(0.0051);
    });
  });

  test('whatever a case says is text', () => {
    const hostile = readSound(
      tutorialYaml
        .replace(/ask: .*/g, "ask: '<script>alert(1)</script>'")
        .replace(/label: .*/g, "label: '<b onclick=x>'"),
    );
    const bad = sweepHtml(hostile, swept(hostile, { samples: 20 }), '0.0.0');
    expect(bad).not.toMatch(/<script|<b /);
    expect(bad).toContain('&lt;script&gt;');
  });

  test('as each sees it is said where it is computed so', () => {
    const held = swept(tutorial, { beliefs: 'as-held', samples: 20 });
    for (const text of [
      sweepHtml(tutorial, held, '0.0.0'),
      sweepText(tutorial, held, { width: 80, paint: plain }, { version: '0.0.0' }).replace(/\s+/g, ' '),
    ]) {
      expect(text).toContain('as each sees it, by what it believes of the others');
      expect(text).not.toContain('if nobody misreads anyone');
    }
  });
});

test('without states, where there are too many, nothing is said of them', () => {
  const options = Array.from({ length: 17 }, (_, k) => `o${k}: Option ${k}`).join(', ');
  const many = readSound(
    `demarche: 1\ntitle: Many\nactors: { a: { options: { ${options} } } }\nreadings: { a: { r: { prefers: [a.o1, not a.o2] } } }\nnow: []\nquestions: { q: { ask: Is it on?, holds-when: a.o1 } }\n`,
  );
  const few = swept(many, { samples: 1 });
  expect(few.states).toBeUndefined();
  expect(few.questions[0]!.answers.yes.count).toBe(1);
  expect(sweepJson(many, few, '0.0.0')).not.toHaveProperty('states');
  expect(sweepText(many, few, { width: 80, paint: plain }, { version: '0.0.0' })).not.toContain(
    'comes to rest',
  );
  expect(sweepHtml(many, few, '0.0.0')).not.toContain('comes to rest');
});
