import { defineConfig } from 'vitest/config';
import { packages } from './tools/packages.ts';

/** What browser tests need: a Chromium, and the page built from its sources. */
const setups: Readonly<Record<string, string[]>> = {
  house: ['test/chromium-here.ts'],
  report: ['test/chromium-here.ts'],
  argue: ['test/chromium-here.ts'],
  workbench: ['test/chromium-here.ts', 'packages/workbench/test/browser/setup.ts'],
};

// biome-ignore lint/style/noDefaultExport: the shape vitest reads
export default defineConfig({
  test: {
    // By default one core is left idle, of two; tests in a browser wait a good part of their time.
    maxWorkers: 3,
    projects: [
      ...packages.map((name) => ({ name, include: [`packages/${name}/test/**/*.test.ts`] })),
      { name: 'house', include: ['test/**/*.test.ts', 'bench/**/*.test.ts'] },
    ].map((one) => ({
      test: {
        ...one,
        testTimeout: 120_000,
        globalSetup: setups[one.name] ?? [],
      },
    })),
  },
});
