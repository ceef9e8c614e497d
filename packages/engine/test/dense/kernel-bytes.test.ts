/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasKernel } from '../../src/dense/kernel.ts';
import { builtKernel, bytesFile } from '../../tools/kernel.ts';

test('the kernel that is kept is what its sources build', async () => {
  expect((await builtKernel()) === readFileSync(bytesFile, 'utf8'), 'run npm run kernel').toBe(true);
});

test('the kernel runs here, so that the tests try it', () => {
  expect(hasKernel()).toBe(true);
});
