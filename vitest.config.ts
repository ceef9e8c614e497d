import { defineConfig } from 'vitest/config';

const inChromium = [
  'packages/argue/test/**/*.test.ts',
  'packages/report/test/browser/**/*.test.ts',
  'packages/workbench/test/browser/**/*.test.ts',
  'test/engine-in-chromium/**/*.test.ts',
];

const common = {
  testTimeout: 120_000,
  // No test leaves anything behind: the files of a worker share what they load.
  isolate: false,
};

// biome-ignore lint/style/noDefaultExport: the shape vitest reads
export default defineConfig({
  test: {
    // By default one core is left idle, of two; tests in a browser wait a good part of their time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...common,
          name: 'plain',
          include: ['{packages/*/test,test,bench}/**/*.test.ts'],
          exclude: inChromium,
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: inChromium,
          // A second, the standard, is short for a page on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          globalSetup: ['test/chromium-here.ts', 'packages/workbench/test/browser/setup.ts'],
        },
      },
    ],
  },
});
