import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCase } from '@demarche/case';
import { drawsOf } from '@demarche/engine';
import { describe, expect, it } from 'vitest';
import { heldForesight, weighActor } from '../../src/index.ts';
import { readingDraw } from '../../src/sweep/draw-reading.ts';
import { smallText, soundCase } from './small-case.ts';

const samples = 20_000;

/** How often each reading of an actor is drawn; the last for none of them. */
function frequencies(found: Case, actor: number): readonly number[] {
  const draw = readingDraw(found, actor, heldForesight(found));
  const counts = new Array<number>(found.readings[actor]!.length + 1).fill(0);
  for (let k = 0; k < samples; k++) {
    const reading = draw(drawsOf(1, k, 0), drawsOf(1, k, 1));
    counts[reading ?? counts.length - 1]!++;
  }
  return counts.map((count) => count / samples);
}

function expectNear(frequency: number, chance: number): void {
  expect(Math.abs(frequency - chance)).toBeLessThan(
    4.5 * Math.sqrt((chance * (1 - chance)) / samples) + 1e-9,
  );
}

describe('without ranges, readings are drawn by their posterior', () => {
  const oracle = readCase(
    readFileSync(join(import.meta.dirname, '../../../../fixtures/oracle/small.yaml'), 'utf8'),
  ).case!;
  it.each([
    ['with evidence', soundCase(smallText), 0],
    ['with `other`', soundCase(smallText), 1],
    ['with observed moves', oracle, 0],
  ] as const)('%s', (_, found, actor) => {
    const { posterior } = weighActor(found, actor);
    const seen = frequencies(found, actor);
    found.readings[actor]!.forEach(({ id }, r) => {
      expectNear(seen[r]!, posterior[id]!.point);
    });
    expectNear(seen.at(-1)!, posterior.other?.point ?? 0);
  });
});

describe('with ranges', () => {
  const ranged = (strength: string, thrifty: string, tidy: string) =>
    soundCase(
      smallText.replace(
        'actor: north, likelihood: { thrifty: 0.3, tidy: 0.8 }',
        `actor: north, strength: ${strength}, likelihood: { thrifty: ${thrifty}, tidy: ${tidy} }`,
      ),
    );

  it('by the mean of the posterior over them, which is not the posterior at their middle', () => {
    const found = ranged('[0.95, 1]', '[0, 1]', '[0.02, 0.04]');
    // Prior 2 : 1; each range in many parts, by their middles.
    const parts = 60;
    let mean = 0;
    for (let a = 0; a < parts; a++)
      for (let b = 0; b < parts; b++)
        for (let c = 0; c < parts; c++) {
          const rho = 0.95 + (0.05 * (a + 0.5)) / parts;
          const thrifty = 2 * (rho * ((b + 0.5) / parts) + (1 - rho) / 2);
          const tidy = rho * (0.02 + (0.02 * (c + 0.5)) / parts) + (1 - rho) / 2;
          mean += thrifty / (thrifty + tidy) / parts ** 3;
        }
    const seen = frequencies(found, 0);
    expectNear(seen[0]!, mean);
    const middle = weighActor(found, 0).posterior.thrifty!.point;
    expect(Math.abs(middle - mean)).toBeGreaterThan(0.02);
  });

  it('a strength is one number whatever is true: where readings are as likely, it tells nothing', () => {
    const seen = frequencies(ranged('[0, 1]', '0.7', '0.7'), 0);
    expectNear(seen[0]!, 2 / 3);
  });
});

it('where what is stated leaves no reading possible, none is drawn', () => {
  const found = soundCase(
    smallText.replace(
      'actor: north, likelihood: { thrifty: 0.3, tidy: 0.8 }',
      'actor: north, strength: 1, likelihood: { thrifty: 0, tidy: 0 }',
    ),
  );
  expect(frequencies(found, 0)).toEqual([0, 0, 1]);
});
