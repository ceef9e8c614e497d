import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/text-in/date.ts';

test('whatever way a day is written, it is that day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, number] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(date);
        const ways = [
          date.toISOString(),
          `${day}T23:59:00-08:00`,
          day.replaceAll('-', ''),
          `${number} ${name} ${year}`,
          `${name} ${number}, ${year}`,
          `Published on ${name.slice(0, 3)}. ${number}, ${year} at 9:15`,
        ];
        for (const way of ways) expect(dayOf(way), way).toBe(day);
        expect(month).toBe(Number(day.slice(5, 7)) - 1);
      },
    ),
  );
});

test.each(['3/4/2026', 'yesterday', '2026', '31 February 2026', '2026-13-01', '2025-02-29', ''])(
  '%j states no day for certain',
  (said) => expect(dayOf(said)).toBeUndefined(),
);

test('a leap day is one', () => expect(dayOf('2024-02-29')).toBe('2024-02-29'));
