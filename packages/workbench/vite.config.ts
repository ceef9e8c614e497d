import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCase } from '@demarche/case';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * `demarche:case/NAME`: the `text` of a case of the repository and the `texts` of its sources that lie beside it, so that the page
 * has something to show before anyone opens a file.
 */
function cases(): Plugin {
  const prefix = 'demarche:case/';
  return {
    name: 'demarche-cases',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const file = resolve(root, 'cases', id.slice(prefix.length + 1), 'case.yaml');
      this.addWatchFile(file);
      const text = readFileSync(file, 'utf8');
      const own = readCase(text).case?.sources.filter((source) => source.text !== undefined) ?? [];
      const texts = own.map((source) => [source.id, readFileSync(resolve(file, '..', source.text!), 'utf8')]);
      return `export const text = ${JSON.stringify(text)};\nexport const texts = ${JSON.stringify(Object.fromEntries(texts))};`;
    },
  };
}

/** `demarche:version`: the version of the program. */
function version(): Plugin {
  const id = 'demarche:version';
  const { version: stated } = JSON.parse(
    readFileSync(resolve(root, 'packages/cli/package.json'), 'utf8'),
  ) as {
    readonly version: string;
  };
  return {
    name: 'demarche-version',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) => (asked === `\0${id}` ? `export const version = ${JSON.stringify(stated)};` : undefined),
  };
}

/** For the page as one file: every worker is text in the script, begun from a blob, since there is no server to fetch it from. */
function inlineWorkers(): Plugin {
  const made = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),\s*\{ type: 'module' \},?\s*\)/g;
  return {
    name: 'demarche-inline-workers',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !made.test(code)) return undefined;
      const imports: string[] = [];
      const text = code.replace(made, (_, path: string) => {
        imports.push(`import InlineWorker${imports.length} from '${path}?worker&inline';`);
        return `new InlineWorker${imports.length - 1}()`;
      });
      return { code: `${imports.join('\n')}\n${text}`, map: null };
    },
  };
}

const shared = () => [cases(), version()];

// biome-ignore lint/style/noDefaultExport: the shape vite reads
export default defineConfig(({ mode, command }) => {
  const single = mode === 'single';
  // Tests build the page too, and under their NODE_ENV it would be React's build for development.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    base: './',
    plugins: [react(), ...shared(), ...(single ? [inlineWorkers()] : [])],
    // From a file only classic workers run (docs/decisions/workbench-one-file.md).
    worker: { format: single ? 'iife' : 'es', plugins: shared },
    build: {
      target: 'es2023',
      manifest: !single,
      outDir: single ? 'dist/single' : 'dist/page',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: single ? 20_000 : 700,
      ...(single
        ? {
            assetsInlineLimit: 100_000_000,
            cssCodeSplit: false,
            rolldownOptions: { output: { codeSplitting: false } },
          }
        : {}),
    },
  };
});
