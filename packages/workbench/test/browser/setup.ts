import { buildPage } from '../../tools/build.ts';

/** Before any browser test: the page is built from its sources. */
export async function setup(): Promise<void> {
  await buildPage();
}
