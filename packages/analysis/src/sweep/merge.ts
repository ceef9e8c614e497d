import type { Case } from '@demarche/case';
import { type CountsHeader, headerDifferences, readCounts, readHeader, type Unsound } from './counts-file.ts';
import { addTallies, emptyTally, type Layout, type Tally } from './layout.ts';
import { sweepLayout } from './sweep.ts';

export type NamedText = { readonly name: string; readonly text: string };

export type Merged = { readonly header: CountsHeader; readonly layout: Layout; readonly tally: Tally };

/**
 * Puts the shards of a sweep together: the counts of one run, and its header. All that stands against it is told, with the names of
 * the files: another case, version or settings, shards that are not done, that overlap or are missing.
 */
export function mergeCounts(
  found: Case,
  blind: boolean,
  version: string,
  files: readonly NamedText[],
): Merged | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const shards: (NamedText & { readonly header: CountsHeader })[] = [];
  for (const { name, text } of files) {
    const header = readHeader(text);
    if ('problem' in header) problems.push(`${name} ${header.problem}`);
    else shards.push({ name, text, header });
  }
  const [first] = shards;
  if (!first) return { problems: problems.length > 0 ? problems : ['there is no file to merge'] };
  const whole: CountsHeader = {
    ...first.header,
    case: found.sha256,
    version,
    blind,
    range: { from: 0, to: first.header.settings.samples },
    counted: first.header.settings.samples,
    narrow: false,
  };
  const { scenario } = whole.settings;
  if (scenario !== null && !found.scenarios.some(({ id }) => id === scenario))
    problems.push(`${first.name} is of the scenario “${scenario}”, which the case does not have`);
  for (const { name, header } of shards) {
    const differences = headerDifferences(header, whole);
    if (differences.length > 0) problems.push(`${name} has ${differences.join('; ')}`);
    const { from, to } = header.range;
    if (header.counted < to - from && !header.narrow)
      problems.push(
        `${name} holds ${header.counted} of its ${to - from} samples: run it again with --resume`,
      );
    if (header.narrow && shards.length > 1)
      problems.push(`${name} stopped early on its own: it cannot be put together with others`);
  }
  problems.push(...gapsIn(shards, whole.settings.samples));
  if (problems.length > 0) return { problems };
  if (first.header.narrow) return read([first], first.header, found);
  return read(shards, whole, found);
}

/** Shards that share samples, and samples that no shard is for. */
function gapsIn(
  shards: readonly { readonly name: string; readonly header: CountsHeader }[],
  samples: number,
): readonly string[] {
  const problems: string[] = [];
  const inOrder = shards
    .filter(({ header: { range } }) => range.to > range.from)
    .sort((a, b) => a.header.range.from - b.header.range.from);
  let next = 0;
  let last = '';
  for (const { name, header } of inOrder) {
    const { from, to } = header.range;
    if (from < next)
      problems.push(`${last} and ${name} overlap: both are for samples ${from} to ${Math.min(next, to) - 1}`);
    if (from > next) problems.push(`samples ${next} to ${from - 1} are in no file`);
    if (to > next) {
      next = to;
      last = name;
    }
  }
  if (next < samples) problems.push(`samples ${next} to ${samples - 1} are in no file`);
  return problems;
}

function read(
  shards: readonly (NamedText & { readonly header: CountsHeader })[],
  header: CountsHeader,
  found: Case,
): Merged | { readonly problems: readonly string[] } {
  const layout = sweepLayout(found, header.settings);
  const problems: string[] = [];
  let tally = emptyTally(layout);
  for (const shard of shards) {
    const one: Tally | Unsound = readCounts(shard.text, shard.header, layout);
    if ('problem' in one) problems.push(`${shard.name} ${one.problem}`);
    else tally = addTallies(tally, one);
  }
  return problems.length > 0 ? { problems } : { header, layout, tally };
}
