/**
 * `node bench/reader/coded.ts CASE SOURCE-ID PATH-TO-ITS-TEXT`: what was coded by hand beside what the reader finds. Prints offsets and
 * the coder's own words, never the text's.
 */
import { readFileSync } from 'node:fs';
import { loadCase } from '@demarche/case/node';
import { compareCoded, readText } from '@demarche/source';

const [path, source, textPath] = process.argv.slice(2);
if (path === undefined || source === undefined || textPath === undefined) {
  console.log('node bench/reader/coded.ts CASE SOURCE-ID PATH-TO-ITS-TEXT');
} else {
  const text = readFileSync(textPath, 'utf8');
  const { case: read } = loadCase(path, { sources: { [source]: textPath } });
  if (!read) throw new Error(`${path} does not load; see demarche check`);
  const points = Array.from(text);
  const reading = readText(text);
  const names = new Map(reading.speakers.map(({ id, name }) => [id, name]));
  const own = 'The analysis';
  const rows = read.statements
    .filter((one) => one.in === source && one.at)
    .map((one) => ({
      ...one,
      id: one.id,
      start: one.at!.start,
      end: one.at!.end,
      voices: [one.by, one.holder].filter((voice): voice is string => voice !== undefined && voice !== own),
    }));
  const { compared, only } = compareCoded(reading, rows);
  const groups = { quoted: [0, 0, 0], reported: [0, 0, 0], 'told by the text': [0, 0, 0] };
  compared.forEach(({ found, sameVoice }, k) => {
    const one = rows[k]!;
    const group = /[“"]/.test(points[one.start]!)
      ? 'quoted'
      : one.by !== own || one.kind === 'belief' || one.kind === 'aim'
        ? 'reported'
        : 'told by the text';
    groups[group][0]!++;
    if (found.length > 0) groups[group][1]!++;
    if (sameVoice) groups[group][2]!++;
    const what = found.map(
      ({ start, end, kind, who }) =>
        `${start}..${end} ${kind}, ${who === undefined ? 'nobody' : names.get(who)}`,
    );
    console.log(`${one.id} ${one.start}..${one.end} ${group}, ${one.kind}, ${one.voices.join(' / ') || own}`);
    console.log(`    coded: ${one.gist}`);
    console.log(
      `    found: ${what.join('; ') || '—'}${found.length > 0 && !sameVoice ? ' (another voice)' : ''}`,
    );
  });
  console.log('\nOnly the reader finds:');
  for (const { start, end, kind, who } of only)
    console.log(`    ${start}..${end} ${kind}, ${who === undefined ? 'nobody' : names.get(who)}`);
  console.log('');
  console.table(
    Object.fromEntries(
      Object.entries(groups).map(([name, [all, found, voice]]) => [
        name,
        { coded: all, found, 'same voice': voice },
      ]),
    ),
  );
  for (const { name, office, held, former } of reading.contradictions)
    console.log(
      `${name}: ${office} held at ${held.map(({ start, end }) => `${start}..${end}`)}, left at ${former.map(({ start, end }) => `${start}..${end}`)}`,
    );
}
