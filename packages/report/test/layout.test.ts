import { expect, test } from 'vitest';
import { pageFor, plain } from '../src/terminal/layout.ts';

test('a table may have more rows than a function has arguments', () => {
  const page = pageFor({ width: 80, paint: plain });
  page.table(Array.from({ length: 150_000 }, (_, k) => [String(k)]));
  expect(page.text().trimEnd().split('\n')).toHaveLength(150_000);
});
