/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasKernel } from '../../src/dense/kernel.ts';
import { builtKernel, kernels } from '../../tools/kernel.ts';

test.each(Object.entries(kernels))(
  'the %s kernel that is kept is what its sources build',
  async (_, kernel) => {
    expect((await builtKernel(kernel)) === readFileSync(kernel.bytesFile, 'utf8'), 'run npm run kernel').toBe(
      true,
    );
  },
);

test('the kernel runs here, so that the tests try it', () => {
  expect(hasKernel()).toBe(true);
});
