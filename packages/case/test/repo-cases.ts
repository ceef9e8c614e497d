import { globSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url).pathname;

const read = (files: readonly string[]) =>
  files.toSorted().map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));

/** Conflicts of the literature as case files. */
export const publishedCases = read(globSync('cases/published/*/case.yaml', { cwd: root }));

/** Every other case file in the repo. */
export const repoCases = read([
  ...globSync('cases/*/case.yaml', { cwd: root }),
  ...globSync('fixtures/oracle/*.yaml', { cwd: root }),
]);
