import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, readCase, renameIds } from '@demarche/case';
import { here, threads } from '@demarche/run';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counted,
  type CountsHeader,
  mergeCounts,
  readCounts,
  readHeader,
  type SampleRange,
  type SweepSettings,
  shardRange,
  standardSweep,
  sweepCase,
  sweepLayout,
  type Tally,
  writeCounts,
} from '../../src/index.ts';
import { smallText, soundCase } from './small-case.ts';

const root = join(import.meta.dirname, '../../../..');
const small = soundCase(smallText);
const settings: SweepSettings = { ...standardSweep, samples: 730, seed: 9 };
const version = '1.2.3';

function headerOf(found: Case, { range, tally, narrow }: Counted, used = settings): CountsHeader {
  return { version, case: found.sha256, blind: false, settings: used, range, counted: tally.samples, narrow };
}

function textOf(found: Case, counted: Counted, used = settings): string {
  return writeCounts(sweepLayout(found, used), headerOf(found, counted, used), counted.tally);
}

async function shard(index: number, of: number, used = settings): Promise<string> {
  const range = shardRange(used.samples, index, of);
  return textOf(small, await sweepCase(small, used, { runner: here, range }), used);
}

function mergedText(files: readonly { readonly name: string; readonly text: string }[]): string {
  const merged = mergeCounts(small, false, version, files);
  if ('problems' in merged) throw new Error(merged.problems.join('\n'));
  return writeCounts(merged.layout, merged.header, merged.tally);
}

const whole = textOf(small, await sweepCase(small, settings, { runner: here }));

describe('a sweep', () => {
  it.each([threads(1), threads(2)])('gives the same bytes on $name as here', async (runner) => {
    expect(textOf(small, await sweepCase(small, settings, { runner }))).toBe(whole);
  });

  it.each([1, 2, 7, 16, 1000])(
    'gives the same bytes from %i shards, put together in any order',
    async (of) => {
      const files: { name: string; text: string }[] = [];
      for (let index = of; index >= 1; index--)
        files.push({ name: `${index}`, text: await shard(index, of) });
      expect(mergedText(files)).toBe(whole);
    },
  );

  it('gives the same bytes when it is cut short and goes on from what was saved', async () => {
    for (const parts of [1, 4, 14]) {
      const control = new AbortController();
      let saved = '';
      let seen = 0;
      const run = sweepCase(small, settings, {
        runner: here,
        cancel: control.signal,
        onPart: (counted) => {
          saved = textOf(small, counted);
          if (++seen === parts) control.abort(new Error('cut'));
        },
      });
      await expect(run).rejects.toThrow('cut');
      const header = readHeader(saved) as CountsHeader;
      expect(header.counted).toBe(parts * 50);
      const before = readCounts(saved, header, sweepLayout(small, settings)) as Tally;
      expect(textOf(small, await sweepCase(small, settings, { runner: here, before }))).toBe(whole);
    }
  });

  it('stops as soon as every answer is known closely enough, wherever it went on from', async () => {
    const until = { ...settings, samples: 100_000, until: 0.12 };
    const found = await sweepCase(small, until, { runner: threads(2) });
    expect(found.narrow).toBe(true);
    expect(found.tally.samples).toBeLessThan(2000);
    const again = await sweepCase(small, until, { runner: here, before: found.tally });
    expect(again).toEqual(found);
    const text = textOf(small, found, until);
    expect(mergedText([{ name: 'all', text }])).toBe(text);
  });

  it('other seeds draw otherwise, and holding a reading changes no other draw', async () => {
    const of = (text: string) => text.split('\n').filter((line) => line.includes('"drawn"'));
    const other = { ...settings, seed: 10 };
    expect(of(textOf(small, await sweepCase(small, other, { runner: here }), other))).not.toEqual(of(whole));
    const held = { ...settings, reading: { north: 'tidy' } };
    const lines = of(textOf(small, await sweepCase(small, held, { runner: here }), held));
    expect(lines.filter((line) => line.includes('"south"'))).toEqual(
      of(whole).filter((line) => line.includes('"south"')),
    );
    expect(lines).toContain('{"actor":"north","reading":"thrifty","drawn":0}');
  });

  it('names play no part: the renamed case has the same counts', async () => {
    for (const file of ['fixtures/oracle/small.yaml', 'cases/tutorial/case.yaml']) {
      const text = readFileSync(join(root, file), 'utf8');
      const found = readCase(text).case!;
      const ids = (items: readonly { readonly id: string }[]) =>
        Object.fromEntries(items.map(({ id }, k) => [id, `n${items.length - k}`]));
      const renamed = readCase(
        renameIds(text, { actors: ids(found.actors), questions: ids(found.questions) }),
      ).case!;
      expect(renamed.actors.map(({ id }) => id)).not.toEqual(found.actors.map(({ id }) => id));
      const few = { ...settings, samples: 100 };
      const one = await sweepCase(found, few, { runner: here });
      const other = await sweepCase(renamed, few, { runner: here });
      expect(other.tally.counts).toEqual(one.tally.counts);
    }
  });
});

describe('merge refuses, by name,', () => {
  const problemsOf = (files: readonly { readonly name: string; readonly text: string }[], found = small) => {
    const merged = mergeCounts(found, false, version, files);
    return 'problems' in merged ? merged.problems : [];
  };
  const named = (name: string, text: string) => ({ name, text });

  it('nothing at all, and what is no file of counts', () => {
    expect(problemsOf([])).toEqual(['there is no file to merge']);
    expect(problemsOf([named('x', 'hello')])).toEqual(['x is no file of counts that sweep wrote']);
    expect(problemsOf([named('x', '{"kind":"sweep counts","format":2}\n')])[0]).toContain('format 2');
    const cut = whole.slice(0, whole.length - 30);
    expect(problemsOf([named('x', cut)])).toEqual(['x is not whole: its end is missing']);
  });

  it('missing and overlapping shards', async () => {
    const two = named('b.ndjson', await shard(2, 3));
    expect(problemsOf([two])).toEqual([
      'samples 0 to 242 are in no file',
      'samples 486 to 729 are in no file',
    ]);
    const half = named('a.ndjson', await shard(1, 2));
    const last = named('c.ndjson', await shard(3, 3));
    expect(problemsOf([last, two, half])).toEqual([
      'a.ndjson and b.ndjson overlap: both are for samples 243 to 364',
    ]);
    expect(problemsOf([named('one', whole), named('two', whole)])).toEqual([
      'one and two overlap: both are for samples 0 to 729',
    ]);
  });

  it('other seeds, settings, versions and cases', async () => {
    const one = named('a', await shard(1, 2));
    const other = { ...settings, seed: 3, dispersion: 0.5 };
    expect(problemsOf([one, named('b', await shard(2, 2, other))])).toEqual([
      'b has seed 3, not 9; dispersion 0.5, not 0.2',
    ]);
    const two = await shard(2, 2);
    expect(problemsOf([one, named('b', two.replace(version, '1.2.4'))])).toEqual([
      `b has version 1.2.4, not ${version}`,
    ]);
    expect(problemsOf([one, named('b', two.replace(small.sha256, 'f'.repeat(64)))])).toEqual([
      `b has case ffffffffffff, not ${small.sha256.slice(0, 12)}`,
    ]);
  });

  it('blind files and files with names together', () => {
    const blind = whole.replace('"settings"', '"blind":true,"settings"');
    expect(problemsOf([named('x', blind)])).toEqual(['x has blind true, not false']);
  });

  it('a shard that is not done', async () => {
    const control = new AbortController();
    let saved = '';
    const range: SampleRange = shardRange(settings.samples, 2, 2);
    const run = sweepCase(small, settings, {
      runner: here,
      range,
      cancel: control.signal,
      onPart: (counted) => {
        saved = textOf(small, counted);
        control.abort(new Error('cut'));
      },
    });
    await expect(run).rejects.toThrow('cut');
    expect(problemsOf([named('a', await shard(1, 2)), named('b', saved)])).toEqual([
      'b holds 50 of its 365 samples: run it again with --resume',
    ]);
  });

  it('counts that were tampered with', () => {
    const other = whole.replace('"question":"peace"', '"question":"pace"');
    expect(problemsOf([named('x', other)])[0]).toMatch(/^x line \d+ counts what the case does not have$/);
    expect(problemsOf([named('x', whole.replace(/"drawn":\d+/, '"drawn":1.5'))])[0]).toContain('is no count');
    expect(problemsOf([named('x', whole.replace(/"drawn":\d+/, '"drawn":731'))])[0]).toContain('is no count');
    for (const line of [/"drawn":\d+/, /"fence","yes":\d+/, /"better":\d+/, /"fair","yes":\d+/])
      expect(
        problemsOf([
          named(
            'x',
            whole.replace(line, (found) => `${found.replace(/\d+/, '')}3`),
          ),
        ])[0],
      ).toContain('does not add up');
    const elsewhere = whole.replace('"scenario":null', '"scenario":"nowhere"');
    expect(problemsOf([named('x', elsewhere)])[0]).toContain('“nowhere”');
    const lines = whole.split('\n');
    const less = [...lines.slice(0, 3), ...lines.slice(4)].join('\n');
    expect(problemsOf([named('x', less)])).toEqual(['x is not whole: its end is missing']);
    const count = lines.length - 1;
    expect(problemsOf([named('x', less.replace(`{"end":${count}}`, `{"end":${count - 1}}`))])[0]).toContain(
      'lacks',
    );
  });

  it('whatever else was done to a file, without falling over', () => {
    const lines = whole.split('\n');
    const junk = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('', '{}', '{"__proto__":1}', '{"state":1e99}', '{"end":3}', '{"question":{}}'),
    );
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.nat(3),
        fc.array(junk, { maxLength: 3 }),
        (at, removed, added) => {
          const text = lines.toSpliced(at, removed, ...added).join('\n');
          const merged = mergeCounts(small, false, version, [named('x', text)]);
          // What is taken for sound says what was written.
          if ('problems' in merged) expect(merged.problems.length).toBeGreaterThan(0);
          else expect(writeCounts(merged.layout, merged.header, merged.tally)).toBe(whole);
        },
      ),
      { numRuns: process.env.DEMARCHE_DEEP === '1' ? 20_000 : 500, seed: 1 },
    );
    const header = JSON.parse(lines[0]!) as Record<string, Record<string, unknown>>;
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...Object.keys(header),
          ...Object.keys(header.settings!).map((key) => `settings.${key}`),
        ),
        fc.jsonValue(),
        (path, value) => {
          const [key, inner] = path.split('.') as [string, string | undefined];
          const changed = inner
            ? { ...header, settings: { ...header.settings, [inner]: value } }
            : { ...header, [key]: value };
          const text = [JSON.stringify(changed), ...lines.slice(1)].join('\n');
          expect(Array.isArray(problemsOf([named('x', text)]))).toBe(true);
        },
      ),
      { numRuns: process.env.DEMARCHE_DEEP === '1' ? 20_000 : 500, seed: 1 },
    );
  });
});
