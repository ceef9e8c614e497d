import { describe, expect, it } from 'vitest';
import { demarche } from './run.ts';

/** What a person sees in 80 columns, kept in files so that a change to it is looked at. */
describe('the tutorial case in the terminal', () => {
  it.each([
    ['answer', ['answer', 'cases/tutorial']],
    [
      'answer-one',
      [
        'answer',
        'cases/tutorial',
        '--scenario',
        'none',
        '--reading',
        'torvale=hold',
        '--reading',
        'marrin=passage',
        '--reading',
        'authority=rules',
      ],
    ],
    ['hinge', ['hinge', 'cases/tutorial']],
    ['solve', ['solve', 'cases/tutorial', '--concepts', 'nash,seq']],
    ['reach', ['reach', 'cases/tutorial']],
    ['sweep', ['sweep', 'cases/tutorial', '--samples', '400', '--threads', '1']],
    ['why', ['why', 'cases/tutorial', 'accord', '--without', 's16']],
    ['uses', ['uses', 'cases/tutorial', 's09']],
    ['check', ['check', 'cases/tutorial', '--full']],
    ['explain', ['explain', 'standing-signature']],
    ['cite', ['cite', 'cases/tutorial']],
    ['read', ['read', 'cases/tutorial/sources/analysis.txt']],
  ])('%s', async (name, args) => {
    const { status, out, err } = demarche(args);
    expect([status, err]).toEqual([0, '']);
    // The hash of the case file changes with every comment in it.
    const text = out
      .replace(/\b[0-9a-f]{64}\b|(?<=sha256 )[0-9a-f]{12}\b/g, 'SHA256')
      .replace(/case-[0-9a-f]{8}/, 'case-SHA256');
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});
