import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** `demarche:case/NAME`: the text of a case of the repository, so that the page has something to show before anyone opens a file. */
function cases(): Plugin {
  const prefix = 'demarche:case/';
  return {
    name: 'demarche-cases',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const file = resolve(root, 'cases', id.slice(prefix.length + 1), 'case.yaml');
      this.addWatchFile(file);
      return `export const text = ${JSON.stringify(readFileSync(file, 'utf8'))};`;
    },
  };
}

// biome-ignore lint/style/noDefaultExport: the shape vite reads
export default defineConfig({
  base: './',
  plugins: [react(), cases()],
  worker: { format: 'es', plugins: () => [cases()] },
  build: { target: 'es2023', outDir: 'dist', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
});
