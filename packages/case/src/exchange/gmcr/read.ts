import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';
import type { Draft, DraftActor } from '../draft.ts';
import { cleanName, idFor } from '../ids.ts';
import { as, need, under } from '../json/ask.ts';
import { type Json, type JsonEntry, parseJson } from '../json/parse.ts';
import { anyInParts, type Pattern, patternText } from '../pattern.ts';
import { coalitionNote } from './coalitions.ts';
import { conditionAt, statementAt } from './conditions.ts';
import { manualPayoffs } from './ranking.ts';

type JsonObject = Extract<Json, { kind: 'object' }>;

/** An option of the file: its place there, and its place in the order of state codes. */
export type GmcrOption = {
  readonly name: string;
  readonly way: 'both' | 'forward' | 'back';
  readonly span: Span;
};

type DecisionMaker = {
  readonly json: JsonObject;
  readonly name: string;
  /** Positions in the file's `options`, with where they stand. */
  readonly options: readonly { readonly at: number; readonly span: Span }[];
};

/** The two generations of keys. */
const manualKeys = ['useManualPreferenceRanking', 'useManualPreferenceVectors'] as const;
const rankingKeys = ['preferenceRanking', 'preferenceVector'] as const;

const ways: Readonly<Record<string, GmcrOption['way']>> = { both: 'both', fwd: 'forward', back: 'back' };

/** Reads a GMCR+ file of any version seen. Undefined where it has a mistake; all of them are reported. */
export function readGmcr(text: string, title: string, report: Report): Draft | undefined {
  const json = parseJson(text, report);
  const file = json && as(json, 'object', 'the file', report);
  if (!file) return undefined;
  const options = optionsOf(file, report);
  const makers = makersOf(file, options.length, report);
  const manual = manualOf(file, report);
  const infeasibles = need(file, 'infeasibles', 'the file', report);
  // Positions mean nothing before every option has one owner.
  if (report.errors() > 0 || !infeasibles) return undefined;
  const order = makers.flatMap((maker) => maker.options.map(({ at }) => at));
  const placeOf = (at: number) => order.indexOf(at);

  const taken = new Set<string>();
  const actors = makers.map(({ name, options: own }, k) => {
    const id = idFor(name, `actor-${k + 1}`, taken);
    const used = new Set<string>();
    return {
      id,
      name: cleanName(name, `Actor ${k + 1}`),
      options: own.map(({ at }) => ({
        id: idFor(options[at]!.name, `option-${at + 1}`, used),
        name: cleanName(options[at]!.name, `Option ${at + 1}`),
      })),
    };
  });
  const ids = actors.flatMap((actor) => actor.options.map(({ id }) => `${actor.id}.${id}`));

  const patterns = (list: Json | undefined, what: string): readonly Pattern[] =>
    ((list && as(list, 'list', what, report))?.items ?? []).flatMap((item) => {
      const pattern = conditionAt(item, options.length, placeOf, report);
      return pattern ? [pattern] : [];
    });
  const impossible = patterns(infeasibles, '“infeasibles”');
  const payoffs = manual
    ? manualPayoffs(
        makers.map(({ json: maker }) => rankingOf(maker, report)),
        { options: order.length, impossible, infeasibles },
        report,
      )
    : undefined;
  const terms: { id: string; that: string }[] = [];
  const term = (that: string) => {
    const id = idFor(`part-${terms.length + 1}`, 'part', taken);
    terms.push({ id, that });
    return id;
  };
  const drafts = makers.map(({ json: maker }, k): DraftActor => {
    const list = need(maker, 'preferences', `“${actors[k]!.name}”`, report);
    const items = (list && as(list, 'list', '“preferences”', report))?.items ?? [];
    const prefers = items.flatMap((item) => {
      const statement = statementAt(item, options.length, placeOf, report);
      return statement ? [anyInParts(statement, ids, term)] : [];
    });
    if (manual && items.length > 0 && list)
      report.at(
        { start: list.span.start, end: list.span.start + 1 },
        'import-left-out',
        `the statements of “${actors[k]!.name}” are left out: the file says that its ranking by hand counts`,
      );
    const misperceived = patterns(under(maker, 'misperceptions', report), '“misperceptions”');
    return {
      ...actors[k]!,
      order: payoffs
        ? { payoffs: payoffs[k] ?? [] }
        : { prefers: prefers.length > 0 ? distinct(prefers) : ['true'] },
      ...(misperceived.length > 0
        ? { unperceived: misperceived.map((pattern) => patternText(pattern, ids)) }
        : {}),
    };
  });
  const note = coalitionNote(under(file, 'coalitions', report), actors, report);
  if (report.errors() > 0) return undefined;
  return {
    title,
    ...(note === undefined ? {} : { note }),
    actors: drafts,
    terms,
    impossible: distinct(impossible.map((pattern) => patternText(pattern, ids))),
    irreversible: order.flatMap((at, k) => {
      const { way } = options[at]!;
      return way === 'both' ? [] : [{ option: ids[k]!, way }];
    }),
  };
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

function optionsOf(file: JsonObject, report: Report): readonly GmcrOption[] {
  const list = need(file, 'options', 'the file', report);
  return ((list && as(list, 'list', '“options”', report))?.items ?? []).map((item): GmcrOption => {
    const option = as(item, 'object', 'an option', report);
    const name = option && need(option, 'name', 'an option', report);
    const direction = option && need(option, 'permittedDirection', 'an option', report);
    const said = direction && as(direction, 'text', '“permittedDirection”', report)?.text;
    if (direction && said !== undefined && !Object.hasOwn(ways, said))
      report.at(
        direction.span,
        'import-left-out',
        `“${said.slice(0, 40)}” is no direction; as in GMCR+, the option may be taken and dropped`,
        { hint: 'the directions are both, fwd and back' },
      );
    return {
      name: (name && as(name, 'text', 'the name of an option', report)?.text) ?? '',
      way: (said !== undefined && Object.hasOwn(ways, said) && ways[said]) || 'both',
      span: item.span,
    };
  });
}

function makersOf(file: JsonObject, count: number, report: Report): readonly DecisionMaker[] {
  const list = need(file, 'decisionMakers', 'the file', report);
  const items = (list && as(list, 'list', '“decisionMakers”', report))?.items ?? [];
  if (list && items.length === 0 && list.kind === 'list')
    report.at(list.span, 'import-shape', '“decisionMakers” is empty: a conflict has actors');
  const owned = new Map<number, Span>();
  const makers = items.flatMap((item): DecisionMaker[] => {
    const json = as(item, 'object', 'a decision maker', report);
    if (!json) return [];
    const name = need(json, 'name', 'a decision maker', report);
    const own = need(json, 'options', 'a decision maker', report);
    const options = ((own && as(own, 'list', '“options” of a decision maker', report))?.items ?? []).flatMap(
      (one) => {
        const at = indexOf(one, count, report);
        if (at === undefined) return [];
        if (owned.has(at)) {
          report.at(
            one.span,
            'import-options',
            `option ${at} belongs to two decision makers, or to one twice`,
          );
          return [];
        }
        owned.set(at, one.span);
        return [{ at, span: one.span }];
      },
    );
    return [
      { json, name: (name && as(name, 'text', 'the name of a decision maker', report)?.text) ?? '', options },
    ];
  });
  const all = file.entries.find(({ key }) => key === 'options')?.value;
  if (all?.kind === 'list' && list?.kind === 'list')
    all.items.forEach((item, at) => {
      if (!owned.has(at))
        report.at(
          { start: item.span.start, end: item.span.start + 1 },
          'import-options',
          `option ${at} belongs to nobody`,
        );
    });
  return makers;
}

/** The position of an option in the file's list. GMCR+ reads it as a whole number whether it is written as a number or a text. */
function indexOf(json: Json, count: number, report: Report): number | undefined {
  const number =
    json.kind === 'number'
      ? json.number
      : json.kind === 'text' && /^\s*\d{1,9}\s*$/.test(json.text)
        ? Number(json.text)
        : Number.NaN;
  if (Number.isInteger(number) && number >= 0 && number < count) return number;
  report.at(json.span, 'import-value', 'an option is named by its place in “options”, counted from 0', {
    hint: count > 0 ? `write a whole number from 0 to ${count - 1}` : 'the file has no options',
  });
  return undefined;
}

function manualOf(file: JsonObject, report: Report): boolean {
  const found = keyOf(file, manualKeys, report);
  if (found) return as(found.value, 'flag', `“${found.key}”`, report)?.value ?? false;
  need(file, manualKeys[0], 'the file', report);
  return false;
}

function rankingOf(maker: JsonObject, report: Report): Json | undefined {
  return keyOf(maker, rankingKeys, report)?.value ?? need(maker, rankingKeys[0], 'a decision maker', report);
}

/** The entry under the newer key of two, or under the older. */
function keyOf(json: JsonObject, keys: readonly string[], report: Report): JsonEntry | undefined {
  for (const key of keys) {
    const value = under(json, key, report);
    if (value) return json.entries.findLast((entry) => entry.key === key);
  }
  return undefined;
}
