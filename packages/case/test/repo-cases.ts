import { globSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url).pathname;

/** Every case file in the repo. */
export const repoCases = [
  ...globSync('cases/*/case.yaml', { cwd: root }),
  ...globSync('fixtures/oracle/*.yaml', { cwd: root }),
]
  .sort()
  .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));
