import { defineConfig } from 'vitest/config';

const packages = ['engine', 'case', 'run', 'source', 'analysis', 'report', 'cli'].map((name) => ({
  name,
  include: [`packages/${name}/test/**/*.test.ts`],
}));

// biome-ignore lint/style/noDefaultExport: the shape vitest reads
export default defineConfig({
  test: {
    projects: [...packages, { name: 'house', include: ['test/**/*.test.ts', 'bench/**/*.test.ts'] }].map(
      (one) => ({
        test: { ...one, testTimeout: 120_000 },
      }),
    ),
  },
});
