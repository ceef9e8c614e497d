import { concepts } from '@demarche/engine';
import { changes, emptyTally, type Layout, type Tally, verdicts } from './layout.ts';
import type { SweepSettings } from './settings.ts';
import type { SampleRange } from './tally.ts';

/** What a file of counts says of itself; two files can be put together only where all but the range is the same. */
export type CountsHeader = {
  readonly version: string;
  /** sha256 of the case file. */
  readonly case: string;
  /** Names were taken out. */
  readonly blind: boolean;
  readonly settings: SweepSettings;
  /** The samples it is for; it holds the first `counted` of them. */
  readonly range: SampleRange;
  readonly counted: number;
  /** It stopped early because every answer was known closely enough. */
  readonly narrow: boolean;
};

const kind = 'sweep counts';
const format = 1;

/**
 * Counts as lines of JSON: a header, a line for each thing counted (states that never were anything are left out), and an end.
 * Whole numbers only, so that the same counts are the same bytes.
 */
export function writeCounts(layout: Layout, header: CountsHeader, { counts }: Tally): string {
  const { settings, range } = header;
  const table = <K extends string>(names: readonly K[], place: (at: number) => number) =>
    Object.fromEntries(names.map((name, at) => [name, counts[place(at)]!]));
  const lines: object[] = [
    {
      demarche: header.version,
      kind,
      format,
      case: header.case,
      ...(header.blind ? { blind: true } : {}),
      settings: settingsInOrder(settings),
      range: [range.from, range.to],
      counted: header.counted,
      ...(header.narrow ? { narrow: true } : {}),
    },
    { none: counts[layout.none]! },
  ];
  layout.actors.forEach(({ id, readings }, actor) => {
    readings.forEach((reading, r) => {
      lines.push({ actor: id, reading, drawn: counts[layout.reading(actor, r)]! });
    });
  });
  layout.questions.forEach((question, q) => {
    lines.push({ question, ...table(verdicts, (v) => layout.verdict(q, v)) });
    layout.actors.forEach(({ id, readings }, actor) => {
      readings.forEach((reading, r) => {
        lines.push({
          question,
          actor: id,
          reading,
          ...table(verdicts, (v) => layout.verdictUnder(q, actor, r, v)),
        });
      });
    });
  });
  if (layout.gains)
    layout.actors.forEach(({ id }, actor) => {
      lines.push({ gains: id, ...table(changes, (k) => layout.gain(actor, k)) });
    });
  layout.codes.forEach((code, state) => {
    const line = {
      ...(layout.rests ? { rest: counts[layout.rest(state)]! } : {}),
      ...table(concepts, (c) => layout.equilibrium(c, state)),
    };
    if (Object.values(line).some((count) => count > 0)) lines.push({ state: code, ...line });
  });
  return [...lines, { end: lines.length + 1 }].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The same settings are the same bytes, whatever the order they were given in. */
function settingsInOrder(settings: SweepSettings): object {
  const { reading, without, only, until, ...rest } = settings;
  const order: readonly (keyof typeof rest)[] = [
    'samples',
    'seed',
    'model',
    'dispersion',
    'concept',
    'agreements',
    'sanctions',
    'beliefs',
    'scenario',
  ];
  return {
    ...Object.fromEntries(order.map((key) => [key, rest[key]])),
    reading: Object.fromEntries(Object.entries(reading).sort(([a], [b]) => (a < b ? -1 : 1))),
    without: [...new Set(without)].sort(),
    ...(only === undefined ? {} : { only }),
    ...(until === undefined ? {} : { until }),
  };
}

/** Names of what differs between two headers, each with what stands here and there; the range aside. */
export function headerDifferences(one: CountsHeader, other: CountsHeader): readonly string[] {
  const rows: readonly (readonly [string, unknown, unknown])[] = [
    ['case', one.case.slice(0, 12), other.case.slice(0, 12)],
    ['version', one.version, other.version],
    ['blind', one.blind, other.blind],
    ...[
      ...new Set([
        ...Object.keys(settingsInOrder(one.settings)),
        ...Object.keys(settingsInOrder(other.settings)),
      ]),
    ].map((key) => {
      const of = ({ settings }: CountsHeader) => settingsInOrder(settings)[key as never] as unknown;
      return [key, of(one), of(other)] as const;
    }),
  ];
  return rows
    .filter(([, here, there]) => JSON.stringify(here) !== JSON.stringify(there))
    .map(([name, here, there]) => `${name} ${said(here)}, not ${said(there)}`);
}

function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : (JSON.stringify(value) ?? 'none');
}

/** What is wrong with a file of counts, in words. */
export type Unsound = { readonly problem: string };

type Line = Readonly<Record<string, unknown>>;

/** The header of a file of counts, which has to be whole. */
export function readHeader(text: string): CountsHeader | Unsound {
  const lines = text.split('\n');
  const first = parsed(lines[0] ?? '');
  if (first?.kind !== kind) return { problem: 'is no file of counts that sweep wrote' };
  if (first.format !== format)
    return { problem: `has the format ${said(first.format)}; this version reads ${format}` };
  const end = parsed(lines.at(-2) ?? '');
  if (lines.at(-1) !== '' || end?.end !== lines.length - 1)
    return { problem: 'is not whole: its end is missing' };
  const { range, settings } = first;
  const whole = Array.isArray(range) && range.length === 2 && range.every(isCount) && isSettings(settings);
  if (
    !whole ||
    !isCount(first.counted) ||
    typeof first.case !== 'string' ||
    typeof first.demarche !== 'string'
  )
    return { problem: 'has a header that says too little' };
  const [from, to] = range as [number, number];
  if (from > to || first.counted > to - from || to > settings.samples)
    return { problem: 'has a header that contradicts itself' };
  return {
    version: first.demarche,
    case: first.case,
    blind: first.blind === true,
    settings,
    range: { from, to },
    counted: first.counted,
    narrow: first.narrow === true,
  };
}

const allowed: Readonly<
  Record<'model' | 'concept' | 'agreements' | 'sanctions' | 'beliefs', readonly string[]>
> = {
  model: ['mallows', 'plackett-luce'],
  concept: concepts,
  agreements: ['any', 'at-rest', 'none'],
  sanctions: ['legal'],
  beliefs: ['correct', 'as-held'],
};

function isSettings(value: unknown): value is SweepSettings {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Line;
  return (
    isCount(one.samples) &&
    isCount(one.seed) &&
    isShare(one.dispersion) &&
    Object.entries(allowed).every(([key, values]) => values.includes(one[key] as string)) &&
    (one.scenario === null || typeof one.scenario === 'string') &&
    typeof one.reading === 'object' &&
    one.reading !== null &&
    Object.values(one.reading).every((id) => typeof id === 'string') &&
    Array.isArray(one.without) &&
    one.without.every((id) => typeof id === 'string') &&
    (one.only === undefined || one.only === 'answers' || one.only === 'equilibria') &&
    (one.until === undefined || isShare(one.until))
  );
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** The counts of a file whose header was read and fits the layout. */
export function readCounts(text: string, header: CountsHeader, layout: Layout): Tally | Unsound {
  const tally = emptyTally(layout);
  const places = placesOf(layout);
  const lines = text.split('\n').slice(1, -2);
  for (const [k, line] of lines.entries()) {
    const at = `line ${k + 2}`;
    const one = parsed(line);
    const table = one && places.get(keyOf(one));
    if (!table) return { problem: `${at} counts what the case does not have` };
    for (const [name, place] of Object.entries(table)) {
      const count = one[name];
      if (!isCount(count) || count > header.counted) return { problem: `${at}: “${name}” is no count` };
      tally.counts[place] = count;
    }
    places.delete(keyOf(one));
  }
  const missing = [...places.keys()].find((key) => !key.startsWith('["state'));
  if (missing !== undefined) return { problem: `lacks the line of ${missing}` };
  const unequal = unequalSum(layout, header.counted, tally.counts);
  if (unequal !== undefined) return { problem: `does not add up: the counts of ${unequal}` };
  return { samples: header.counted, counts: tally.counts };
}

/** Every sample has one reading of each actor and one answer of each question, or none at all: the first thing for which not. */
function unequalSum(layout: Layout, samples: number, counts: Float64Array): string | undefined {
  const answered = samples - counts[layout.none]!;
  const sum = (size: number, place: (at: number) => number) =>
    Array.from({ length: size }, (_, at) => counts[place(at)]!).reduce((all, one) => all + one, 0);
  for (const [actor, { id, readings }] of layout.actors.entries()) {
    if (sum(readings.length, (r) => layout.reading(actor, r)) !== answered) return id;
    if (layout.gains && sum(changes.length, (k) => layout.gain(actor, k)) !== answered)
      return `gains of ${id}`;
  }
  for (const [q, question] of layout.questions.entries()) {
    if (sum(verdicts.length, (v) => layout.verdict(q, v)) !== answered) return question;
    for (const [actor, { id, readings }] of layout.actors.entries())
      for (const r of readings.keys())
        if (
          sum(verdicts.length, (v) => layout.verdictUnder(q, actor, r, v)) !==
          counts[layout.reading(actor, r)]
        )
          return `${question} by ${id}`;
  }
  return undefined;
}

/** Where the counts of each line stand, by what the line says it is of. */
function placesOf(layout: Layout): Map<string, Readonly<Record<string, number>>> {
  const places = new Map<string, Readonly<Record<string, number>>>();
  const table = (names: readonly string[], place: (at: number) => number) =>
    Object.fromEntries(names.map((name, at) => [name, place(at)]));
  places.set(keyOf({ none: 0 }), { none: layout.none });
  layout.actors.forEach(({ id, readings }, actor) => {
    if (layout.gains)
      places.set(
        keyOf({ gains: id }),
        table(changes, (k) => layout.gain(actor, k)),
      );
    readings.forEach((reading, r) => {
      places.set(keyOf({ actor: id, reading }), { drawn: layout.reading(actor, r) });
      layout.questions.forEach((question, q) => {
        const under = table(verdicts, (v) => layout.verdictUnder(q, actor, r, v));
        places.set(keyOf({ question, actor: id, reading }), under);
      });
    });
  });
  layout.questions.forEach((question, q) => {
    places.set(
      keyOf({ question }),
      table(verdicts, (v) => layout.verdict(q, v)),
    );
  });
  layout.codes.forEach((code, state) => {
    places.set(keyOf({ state: code }), {
      ...(layout.rests ? { rest: layout.rest(state) } : {}),
      ...table(concepts, (c) => layout.equilibrium(c, state)),
    });
  });
  return places;
}

function keyOf(line: Line): string {
  const { state, question, gains, actor, reading } = line;
  if (state !== undefined) return JSON.stringify(['state', state]);
  if (gains !== undefined) return JSON.stringify(['gains', gains]);
  if (question === undefined && actor === undefined) return JSON.stringify(['none']);
  return JSON.stringify([question ?? null, actor ?? null, reading ?? null]);
}

function parsed(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
