import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costPlot } from './cost-plot.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the picture of the cost is drawn from the results that are kept (else run node bench/draw.ts)', () => {
  const { rows, circumstances } = JSON.parse(read('results/full.json'));
  expect(costPlot(rows, circumstances)).toBe(read('../docs/images/engine-cost.svg'));
});
