/**
 * `npm run bench:engine`: the families of docs/engine.md, solved by the back end that suits each, beside the time to read the same rank
 * arrays once in the same run; and family Q beside the peer. `--full` for the largest, `--only F,S` for some. Prints a table and
 * writes it and the figures to `bench/results/`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Compared, compared, noPeer } from './peer/compare.ts';
import { type Solved, solving } from './solving.ts';

const full = process.argv.includes('--full');
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',');
const wanted = process.argv.includes('--only') ? only : undefined;

const head = ['family', 'options', 'states', 'engine', 'threads', 'ms', 'ns each', 'reads', 'goal ms'];
const cells = (one: Solved): readonly string[] => [
  one.family,
  String(one.options),
  String(one.states),
  one.engine,
  String(one.threads),
  String(one.ms),
  String(one.each),
  String(Math.round(one.ms / one.readMs)),
  one.goalMs === null ? '' : String(one.goalMs),
];
const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;

const machine = `Node ${process.version}, ${process.arch}, ${availableParallelism()} cores`;
const table = [line(head), line(head.map(() => '---'))];
console.log(`${machine}; medians; four actors, nash gmr smr seq sseq for all of them`);
console.log(table.join('\n'));
const solved: Solved[] = [];
for await (const one of solving(full, wanted)) {
  solved.push(one);
  table.push(line(cells(one)));
  console.log(table.at(-1));
}

const beside: Compared[] = [];
if (!wanted || wanted.includes('Q')) {
  const missing = noPeer();
  if (missing) console.log(missing);
  for (const options of full ? [10, 11, 12, 13] : [10]) {
    const one = await compared(options);
    beside.push(one);
    console.log(
      `Q ${one.states} states, three actors, nash gmr smr seq: ${one.legalMs} ms (rule legal), ${one.onceMs} ms (rule once)` +
        (one.peerMs === null
          ? ''
          : `; the peer ${one.peerMs} ms, with matrices of states by states; counts ${one.agrees ? 'agree' : 'differ'} under once`),
    );
  }
}

if (!wanted) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const name = full ? 'engine' : 'engine-short';
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ machine, solved, beside }, null, 2)}\n`);
  writeFileSync(new URL(`${name}.md`, folder), `${machine}; medians.\n\n${table.join('\n')}\n`);
}
