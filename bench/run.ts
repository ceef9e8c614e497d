/**
 * `npm run bench`: every family of docs/engine.md, in a table and as JSON in `bench/results/`. `--full` for the largest conflicts and
 * the most; `--only F,S` for some families, which writes nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { gridTimes, sweepRates } from './answers.ts';
import { ensembleRates } from './ensemble-rates.ts';
import { compared, noPeer } from './peer/compare.ts';
import { headLines, lineOf, type Row } from './row.ts';
import { solving } from './solving.ts';
import { symbolicTimes } from './symbolic.ts';

const full = process.argv.includes('--full');
const at = process.argv.indexOf('--only');
const only = at === -1 ? undefined : process.argv[at + 1]?.split(',');
const families = new Set(only ?? [...'FSHPIAEYGWQ']);

async function* measured(): AsyncGenerator<Row> {
  yield* solving(full, families);
  if (families.has('E')) yield* ensembleRates(full);
  if (families.has('Y')) yield* symbolicTimes(full);
  if (families.has('G')) yield* gridTimes();
  if (families.has('W')) yield* sweepRates(full);
  if (families.has('Q')) yield* compared(full);
}

const machine = `Node ${process.version}, ${process.arch}, ${availableParallelism()} cores`;
const busy = loadavg()[0]!.toFixed(1);
const circumstances = `\`npm run bench${full ? ' -- --full' : ''}\`: ${machine}, ${busy} of them busy with other work at the start; medians`;
const missing = families.has('Q') ? noPeer() : undefined;
if (missing) console.log(missing);
console.log(circumstances);
for (const line of headLines) console.log(line);
const rows: Row[] = [];
for await (const row of measured()) {
  rows.push(row);
  console.log(lineOf(row));
}

if (!only) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const name = full ? 'full' : 'short';
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ circumstances, rows }, null, 2)}\n`);
  const table = [...headLines, ...rows.map(lineOf)].join('\n');
  writeFileSync(new URL(`${name}.md`, folder), `${circumstances}.\n\n${table}\n`);
}
