import { dirname, join, resolve } from 'node:path';
import {
  anchorHash,
  type Case,
  type Edit,
  editCase,
  type ReadResult,
  readCase,
  sha256,
} from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import { pageFor } from '@demarche/report/terminal';
import type { Range, SourceReanchored } from '@demarche/source';
import { exit, Stop, UsageError } from '../exit.ts';
import { err, json, out, viewOf } from '../io.ts';
import { named, pair } from '../name.ts';
import { diagnosticsText } from '../open.ts';
import { reader } from '../reader.ts';
import { becameWords, type Relocation } from '../relocated.ts';
import { sourceTexts } from '../source-texts.ts';
import { ownTexts } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

type Options = {
  readonly source?: readonly string[] | undefined;
  readonly was?: readonly string[] | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly place?: readonly string[] | undefined;
  readonly leave?: true | undefined;
  readonly write?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
};

/** `demarche reanchor CASE`: what became of passages in texts that changed; written only where `--write` says so and nothing is open. */
export async function reanchor(path: string, options: Options): Promise<number> {
  const loaded = loadCase(path);
  // Without texts, so that anchors that fail are no mistakes: they are what is looked at.
  const bare = readCase(loaded.text, { file: loaded.path });
  const found = bare.case ?? refuse(loaded.case ? bare : loaded, loaded.text);
  const { reanchorSource } = await reader('reanchor');
  const own = ownTexts(found, loaded.path);
  const given = await textsGiven(options.source, '--source', found);
  const was = await textsGiven(options.was, '--was', found);
  const ids = found.sources
    .map(({ id }) => id)
    .filter((id) => Object.hasOwn(given, id) || Object.hasOwn(own, id));
  if (ids.length === 0)
    throw new UsageError(
      'no text of a source is at hand',
      `give one: demarche reanchor ${path} --source ${found.sources[0]?.id ?? 'ID'}=PATH`,
    );
  const sources = ids.map((id) => {
    const now = given[id] ?? own[id]!;
    const { sha256: stated } = found.sources.find((one) => one.id === id)!;
    const kept = own[id];
    const before =
      was[id] ?? (kept !== undefined && kept !== now && sha256(kept) === stated ? kept : undefined);
    return reanchorSource(found, id, now, before);
  });
  const settled = settle(sources, options);
  const open = settled.filter(({ to }) => to === undefined);
  const refused = options.write === true && open.length > 0 && options.leave !== true;
  const wrote =
    options.write === true && !refused ? write(loaded.path, loaded.text, found, sources, settled, given) : [];
  if (options.json) json(jsonOf(loaded.path, sources, settled, wrote));
  else out(listing(path, found, sources, settled, wrote, options));
  if (refused)
    err(
      'nothing was written: some passages are open; decide on each (--accept, --place), or --leave them as they are\n',
    );
  return open.length === 0 ? exit.done : exit.errors;
}

type Settled = Relocation & {
  readonly source: string;
  /** Where it is from now on; undefined where nobody decided. */
  readonly to: Range | undefined;
};

function refuse({ diagnostics }: Pick<ReadResult, 'diagnostics'>, text: string): never {
  err(`${diagnosticsText({ diagnostics, text }, false, process.stderr)}\n`);
  throw new Stop(diagnostics.some(({ code }) => code === 'unreadable') ? exit.usage : exit.errors);
}

async function textsGiven(
  pairs: readonly string[] = [],
  flag: string,
  found: Case,
): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = Object.create(null);
  const known = found.sources.map(({ id }) => id);
  const given = pairs.map((text) => pair(text, flag, 'analysis=path/to/text.txt'));
  for (const [id] of given) named('source', id, known);
  const read = await sourceTexts(
    given.map(([, at]) => at),
    {},
    'reanchor',
  );
  given.forEach(([id], k) => {
    texts[id] = read[k]!.text;
  });
  return texts;
}

/** Where each passage is from now on: as found where that is certain, as confirmed, or as a person says. */
function settle(
  sources: readonly SourceReanchored[],
  { accept = [], place = [] }: Options,
): readonly Settled[] {
  const all = sources.flatMap(({ id, statements }) => statements.map((one) => ({ ...one, source: id })));
  const ids = all.map(({ id }) => id);
  const accepted = new Set(accept.flatMap((text) => text.split(',')).map((one) => one.trim()));
  for (const id of accepted) if (id !== 'all') named('statement', id, ids);
  const placed = new Map(
    place.map((text) => {
      const [id, at] = pair(text, '--place', 's07=120..204');
      named('statement', id, ids);
      const range = /^(\d{1,9})\.\.(\d{1,9})$/.exec(at);
      if (!range || Number(range[1]) >= Number(range[2]))
        throw new UsageError(`--place ${text}: no range`, 'write it as in --place s07=120..204');
      return [id, { start: Number(range[1]), end: Number(range[2]) }] as const;
    }),
  );
  return all.map((one) => {
    const said = placed.get(one.id);
    if (said && Array.from(one.words(said)).length < said.end - said.start)
      throw new UsageError(`--place ${one.id}=${said.start}..${said.end}: the text ends before that`);
    const { outcome } = one;
    const certain = outcome.kind === 'same' || outcome.kind === 'moved' ? outcome.at : undefined;
    const confirmed =
      outcome.kind === 'changed' && (accepted.has(one.id) || accepted.has('all')) ? outcome.at : undefined;
    return { ...one, to: said ?? certain ?? confirmed };
  });
}

/** The case with its new places, and the texts that it keeps: the case last, and if it fails the texts as they were. */
function write(
  file: string,
  text: string,
  found: Case,
  sources: readonly SourceReanchored[],
  settled: readonly Settled[],
  given: Readonly<Record<string, string>>,
): readonly string[] {
  const edits: Edit[] = settled.flatMap(({ id, was, to, words }): Edit[] => {
    if (!to) return [];
    const hash = anchorHash(words(to));
    const known = found.statements.find((one) => one.id === id)!.hash;
    return [
      ...(was?.start === to.start && was.end === to.end
        ? []
        : [{ kind: 'set', path: ['statements', id, 'at'], value: `${to.start}..${to.end}` } as const]),
      ...(known === hash ? [] : [{ kind: 'set', path: ['statements', id, 'hash'], value: hash } as const]),
    ];
  });
  for (const { id, stated, sha256: now } of sources)
    if (stated !== now) edits.push({ kind: 'set', path: ['sources', id, 'sha256'], value: now });
  const edited = editCase(text, edits);
  const after = readCase(edited, { file });
  if (!after.case) refuse(after, edited);
  const folder = dirname(resolve(file));
  const own = ownTexts(found, file);
  const texts = found.sources.flatMap(({ id, text: inside }) =>
    inside !== undefined && given[id] !== undefined && own[id] !== undefined && own[id] !== given[id]
      ? [{ path: join(folder, inside), now: given[id], was: own[id] }]
      : [],
  );
  const done: (typeof texts)[number][] = [];
  try {
    for (const one of texts) {
      writeWhole(one.path, one.now);
      done.push(one);
    }
    if (edited !== text) writeWhole(file, edited);
  } catch (error) {
    for (const one of done) writeWhole(one.path, one.was);
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'nothing was changed');
  }
  return [...texts.map(({ path }) => path), ...(edited === text ? [] : [file])];
}

function jsonOf(
  file: string,
  sources: readonly SourceReanchored[],
  settled: readonly Settled[],
  wrote: readonly string[],
) {
  return {
    ...{ demarche: version, file },
    sources: sources.map(({ id, stated, sha256: now, had, loose }) => ({
      ...{ id, sha256: { stated: stated ?? null, now }, hadOldText: had, loose },
      statements: settled
        .filter((one) => one.source === id)
        .map(({ id: statement, was, outcome, to }) => ({
          ...{ id: statement, was: was ?? null, outcome: outcome.kind, to: to ?? null },
          ...('by' in outcome ? { by: outcome.by } : {}),
          ...('edits' in outcome ? { edits: outcome.edits, at: outcome.at } : {}),
          ...('candidates' in outcome ? { candidates: outcome.candidates } : {}),
        })),
    })),
    wrote,
  };
}

function listing(
  path: string,
  found: Case,
  sources: readonly SourceReanchored[],
  settled: readonly Settled[],
  wrote: readonly string[],
  { write: writes }: Options,
): string {
  const page = pageFor(viewOf());
  page.title(found.title);
  for (const { id, stated, sha256: now, had, loose } of sources) {
    const own = settled.filter((one) => one.source === id);
    const same = own.filter(({ outcome }) => outcome.kind === 'same').length;
    page.blank();
    page.para(
      `${id}: the text ${stated === undefined ? 'has no sha256 in the case' : stated === now ? 'is the one that was coded' : `is another one than was coded${had ? '; the old one is at hand' : ''}`}. ${same} of ${own.length} passages ${same === 1 ? 'stands' : 'stand'} where ${same === 1 ? 'it' : 'they'} stood.`,
    );
    const { withhold } = found.sources.find((one) => one.id === id)!;
    for (const { id: statement, outcome, to, words } of own) {
      if (outcome.kind === 'same') continue;
      const by = to && outcome.kind !== 'moved' ? `; taken to be at ${to.start}..${to.end}, as was said` : '';
      page.item(`${statement} ${becameWords(outcome)}${by}`);
      const hidden = withhold || found.statements.find((one) => one.id === statement)!.withhold;
      if (hidden) continue;
      const shown =
        outcome.kind === 'changed' ? [outcome.at] : 'candidates' in outcome ? outcome.candidates : [];
      for (const range of shown) page.para(`${range.start}..${range.end}: ${excerpt(words(range))}`, 6);
    }
    if (loose.length > 0)
      page.item(`${loose.join(', ')}: no hash, and the text that was coded is not at hand: not looked for`);
  }
  const moved = settled.some(({ outcome }) => outcome.kind !== 'same');
  const news = sources.some(({ stated, sha256: now }) => stated !== now);
  if (wrote.length > 0) {
    page.blank();
    for (const file of wrote) page.para(`wrote ${file}`);
  } else if (!writes && (moved || news)) {
    page.blank();
    page.dim(`Nothing was written. With --write: demarche reanchor ${path} … --write`);
  }
  return page.text();
}

function excerpt(passage: string): string {
  const words = passage
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length <= 24
    ? words.join(' ')
    : `${words.slice(0, 14).join(' ')} … ${words.slice(-8).join(' ')}`;
}
