import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: the shape vitest reads
export default defineConfig({
  test: {
    projects: ['engine', 'case', 'analysis', 'report', 'cli'].map((name) => ({
      test: { name, include: [`packages/${name}/test/**/*.test.ts`], testTimeout: 120_000 },
    })),
  },
});
