import type { Source } from '../../case.ts';
import type { Report } from '../../report.ts';
import type { Span } from '../../text/lines.ts';
import { cleanName } from '../ids.ts';
import { as, kindWords } from '../json/ask.ts';
import { type Json, parseJson } from '../json/parse.ts';

/** A source on its way into a case. */
export type ReadSource = Partial<Omit<Source, 'id' | 'withhold' | 'text'>> & {
  /** As the item calls itself. */
  readonly name: string;
  readonly span: Span;
};

type Of<Kind extends Json['kind']> = Extract<Json, { kind: Kind }>;

/** Reads CSL-JSON: a list of items, or one. What is no item is reported. Undefined where it is no JSON. */
export function readCsl(text: string, report: Report): readonly ReadSource[] | undefined {
  const json = parseJson(text, report);
  if (!json) return undefined;
  const items = json.kind === 'list' ? json.items : [json];
  return items.flatMap((one) => {
    const object = as(one, 'object', 'an item', report);
    return object ? [item(object, report)] : [];
  });
}

function item(json: Of<'object'>, report: Report): ReadSource {
  const at = { start: json.span.start, end: json.span.start + 1 };
  const said = (key: string) => textAt(json, key, report);
  const custom = value(json, 'custom');
  const own = custom?.kind === 'object' ? value(custom, 'demarche') : undefined;
  const mine = (key: string) => (own?.kind === 'object' ? textAt(own, key, report) : undefined);
  const sha256 = mine('sha256');
  const reliability = mine('reliability');
  const exact = mine('published');
  const fields = {
    title: plain(said('title') ?? said('title-short')),
    published: exact !== undefined && date.test(exact) ? exact : issued(value(json, 'issued'), report),
    author: names(value(json, 'author')),
    publisher: plain(said('publisher') ?? said('container-title')),
    url: address(said('URL')),
    archived: said('archive_location'),
    language: said('language'),
    sha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined,
    reliability: /^[A-F]$/.test(reliability ?? '') ? (reliability as Source['reliability']) : undefined,
  };
  if (fields.title === undefined)
    report.at(at, 'import-shape', 'this item has no title', { hint: 'add a “title”' });
  return {
    ...(Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined)) as typeof fields),
    name: cleanName(said('id') ?? said('citation-key') ?? '', ''),
    span: at,
  } as ReadSource;
}

const date = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/;

/** `date-parts`, or a date as it was typed. */
function issued(json: Json | undefined, report: Report): string | undefined {
  if (!json) return undefined;
  if (json.kind === 'text') return date.test(json.text) ? json.text : undefined;
  if (json.kind !== 'object') return undefined;
  const parts = value(json, 'date-parts');
  const first = parts?.kind === 'list' ? parts.items[0] : undefined;
  if (first?.kind === 'list' && first.items.length > 0) {
    const numbers = first.items
      .slice(0, 3)
      .map((one) =>
        one.kind === 'number' ? one.number : one.kind === 'text' ? Number(one.text) : Number.NaN,
      );
    const [year, month = 1, day = 1] = numbers;
    const sound = [year!, month, day].every(Number.isInteger) && year! >= 1000 && year! <= 9999;
    if (sound && month >= 1 && month <= 12 && day >= 1 && day <= 31)
      return numbers.map((n, k) => String(n).padStart(k === 0 ? 4 : 2, '0')).join('-');
    report.at(
      { start: first.span.start, end: first.span.end },
      'import-left-out',
      'left out: a date that is none',
    );
    return undefined;
  }
  const typed = textAt(json, 'raw', report) ?? textAt(json, 'literal', report);
  return typed !== undefined && date.test(typed) ? typed : undefined;
}

function names(json: Json | undefined): string | undefined {
  if (json?.kind !== 'list') return undefined;
  const all = json.items.flatMap((one) => {
    if (one.kind !== 'object') return [];
    const part = (key: string) => {
      const found = value(one, key);
      return found?.kind === 'text' ? found.text : undefined;
    };
    const whole =
      part('literal') ??
      [part('given'), part('non-dropping-particle'), part('family'), part('suffix')]
        .filter((name) => name !== undefined)
        .join(' ');
    const clean = cleanName(whole, '');
    return clean === '' ? [] : [clean];
  });
  return all.length === 0 ? undefined : all.join(', ');
}

/** CSL-JSON marks titles up with a few tags. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/<\/?(?:i|b|sup|sub|sc|span)(?: [^<>]{0,80})?>/g, '') || undefined;
}

function address(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  return url && /^https?:$/.test(url.protocol) ? text : undefined;
}

function value(object: Of<'object'>, key: string): Json | undefined {
  return object.entries.find((entry) => entry.key === key)?.value;
}

function textAt(object: Of<'object'>, key: string, report: Report): string | undefined {
  const found = value(object, key);
  if (!found || found.kind === 'null') return undefined;
  if (found.kind === 'number') return String(found.number);
  if (found.kind !== 'text') {
    report.at(
      { start: found.span.start, end: found.span.start + 1 },
      'import-left-out',
      `left out: “${key}”, which is ${kindWords[found.kind]} and no text`,
    );
    return undefined;
  }
  const clean = cleanName(found.text, '');
  return clean === '' ? undefined : clean;
}
