/** `node bench/draw.ts`: draws docs/images/engine-cost.svg from what `npm run bench -- --full` has written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { costPlot } from './cost-plot.ts';
import type { Row } from './row.ts';

const { rows, circumstances } = JSON.parse(
  readFileSync(new URL('results/full.json', import.meta.url), 'utf8'),
) as { readonly rows: readonly Row[]; readonly circumstances: string };
writeFileSync(new URL('../docs/images/engine-cost.svg', import.meta.url), costPlot(rows, circumstances));
