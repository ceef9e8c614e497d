import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { firstViewBytes } from '../tools/first-view.ts';

test('the first view has less than 400 kB, compressed', () => {
  expect(firstViewBytes(resolve(import.meta.dirname, '../dist/page'))).toBeLessThan(400_000);
});
