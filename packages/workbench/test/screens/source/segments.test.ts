import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf } from '../../../src/screens/source/points.ts';
import { paragraphsOf, sentencesOf } from '../../../src/screens/source/segments.ts';

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n', '😀', '\ud800', 'ä'), maxLength: 60 });

test('code points and UTF-16 units, there and back, as a walk over the text counts them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const points = pointsOf(text);
      let unit = 0;
      [...text].forEach((char, point) => {
        expect(points.toUnits(point)).toBe(unit);
        expect(points.toPoints(unit)).toBe(point);
        unit += char.length;
      });
      expect([points.length, points.toUnits(points.length)]).toEqual([[...text].length, text.length]);
    }),
  );
});

test('every character that is no white space stands in one segment, with just the statements over it', () => {
  const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 });
  fc.assert(
    fc.property(texts, spans, (text, pairs) => {
      const statements = pairs.map(([a, b], k) => ({
        id: `s${k}`,
        start: Math.min(a, b),
        end: Math.max(a, b),
      }));
      const segments = paragraphsOf(text, statements).flatMap((one) => one.segments);
      for (let at = 0; at < text.length; at++) {
        const here = segments.filter(({ start, end }) => start <= at && at < end);
        if (/\S/.test(text[at]!)) expect(here).toHaveLength(1);
        for (const { ids } of here)
          expect(ids).toEqual(
            statements.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id),
          );
      }
    }),
  );
});

test('sentences begin and end with something', () => {
  expect(sentencesOf(' One. Two!\n\nThree')).toEqual([
    { start: 1, end: 5 },
    { start: 6, end: 10 },
    { start: 12, end: 17 },
  ]);
});
