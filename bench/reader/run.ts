/**
 * `POLNEAR=FOLDER node bench/reader/run.ts [train|dev|test]`: how well the reader of sources finds attributions in political news,
 * beside a naive one. The corpus is measured with, never shipped: only these tables leave this program.
 */
import { existsSync } from 'node:fs';
import { type Reading, readText } from '@demarche/source';
import { naive } from './baseline.ts';
import { type Article, loadPart } from './polnear.ts';
import { type Answer, add, empty, figures, match, nameWords, type Tally } from './score.ts';

const folder = process.env.POLNEAR;
const part = (process.argv[2] ?? 'dev') as 'train' | 'dev' | 'test';
if (folder === undefined || !existsSync(folder)) {
  console.log(
    'skipped: set POLNEAR to a checkout of github.com/networkdynamics/PolNeAR to measure the reader',
  );
} else {
  const articles = loadPart(folder, part);
  report(articles);
}

function report(articles: readonly Article[]): void {
  const rows = new Map<string, Tally>();
  const tally = (name: string): Tally => {
    const found = rows.get(name) ?? empty();
    rows.set(name, found);
    return found;
  };
  const errors = new Map<string, number>();
  const count = (kind: string, n = 1) => void errors.set(kind, (errors.get(kind) ?? 0) + n);
  let bytes = 0;
  for (const article of articles) {
    const { text, attributions, publisher } = article;
    const reading = readText(text);
    bytes += Buffer.byteLength(text);

    const answers = answersOf(text, reading);
    const direct = attributions.filter((one) => one.direct);
    const quoted = answers.filter((one) => one.direct);
    const matching = match(article, quoted, direct);
    add(tally('(a) direct quotations'), matching);
    add(tally(`(a) ${publisher}`), matching);
    add(
      tally('(a) without inherited speakers'),
      match(
        article,
        quoted.filter(({ inherited }) => !inherited),
        direct,
      ),
    );
    add(tally('(a) naive'), match(article, naive(text), direct));
    const all = match(article, answers, attributions);
    add(tally('(b) all attributions'), all);
    add(tally(`(b) ${publisher}`), all);
    add(tally('(b) naive'), match(article, naive(text), attributions));
    count('direct: found, wrong or no speaker', matching.pairs.filter(({ right }) => !right).length);
    count('direct: not found', matching.missed.length);
    count('direct: found, not annotated as direct', matching.surplus.length);
    count(
      'all: found, wrong speaker',
      all.pairs.filter(({ right, answer }) => !right && answer.speaker).length,
    );
    count(
      'all: found, no speaker named',
      all.pairs.filter(({ right, answer }) => !right && !answer.speaker).length,
    );
    for (const gold of all.missed) count(gold.direct ? 'all: missed, direct' : cueKind(gold.cue));
    for (const answer of all.surplus) {
      const near = attributions.some((gold) => gold.start < answer.end && answer.start < gold.end);
      count(
        near
          ? 'all: surplus, overlaps an annotated one by less than half'
          : 'all: surplus, nothing annotated there',
      );
    }
  }
  const percent = (n: number) => n.toFixed(3);
  console.log(
    `PolNeAR ${part}: ${articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB; Node ${process.version}`,
  );
  console.table(
    Object.fromEntries(
      [...rows]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => {
          const { precision, recall, f1, spanF1 } = figures(one);
          return [
            name,
            {
              annotated: one.gold,
              given: one.given,
              precision: percent(precision),
              recall: percent(recall),
              F1: percent(f1),
              'F1 of spans alone': percent(spanF1),
            },
          ];
        }),
    ),
  );
  console.table(Object.fromEntries([...errors].sort((a, b) => b[1] - a[1])));
  speed(articles);
}

/** A second pass, when the code is warm, over at most a megabyte. */
function speed(articles: readonly Article[]): void {
  let bytes = 0;
  const [used, since] = [process.cpuUsage(), performance.now()];
  for (const { text } of articles) {
    readText(text);
    bytes += Buffer.byteLength(text);
    if (bytes > 1e6) break;
  }
  const wall = performance.now() - since;
  const { user, system } = process.cpuUsage(used);
  console.log(
    `${(bytes / (user + system)).toFixed(2)} MB a second of processor time, ${(bytes / 1e3 / wall).toFixed(2)} by the clock`,
  );
}

function cueKind(cue: string): string {
  if (cue === '') return 'all: missed, no cue annotated';
  const words = cue.toLowerCase().split(/\s+/);
  if (words.some((word) => /^(?:said|says|say|told|tell|tells|added|wrote|asked|according)$/.test(word)))
    return 'all: missed, a plain cue (said, told, asked …)';
  return words.length > 2
    ? 'all: missed, a cue of three words and more'
    : 'all: missed, another cue of one or two words';
}

function answersOf(
  text: string,
  { statements, speakers }: Reading,
): (Answer & { readonly inherited: boolean })[] {
  const units = unitsOf(text);
  const names = new Map(
    speakers.map(({ id, name, aliases, kind }) => [
      id,
      kind === 'group' ? [] : nameWords([name, ...aliases].join(' ')),
    ]),
  );
  return statements.map(({ start, end, kind, speaker, who, inherited }) => ({
    start: units(start),
    end: units(end),
    direct: kind === 'direct',
    speaker: speaker && { start: units(speaker.start), end: units(speaker.end) },
    names: [...(speaker ? nameWords(speaker.text) : []), ...((who !== undefined && names.get(who)) || [])],
    inherited: inherited === true,
  }));
}

/** Code points into UTF-16 units. */
function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const at: number[] = [];
  let unit = 0;
  for (const point of text) {
    at.push(unit);
    unit += point.length;
  }
  at.push(unit);
  return (point) => at[point]!;
}
