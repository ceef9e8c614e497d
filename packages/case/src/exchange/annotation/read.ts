import type { StatementKind } from '../../case.ts';
import type { Report } from '../../report.ts';
import { statementKinds } from '../../schema/material.ts';
import type { Span } from '../../text/lines.ts';
import { as, kindWords } from '../json/ask.ts';
import { type Json, parseJson } from '../json/parse.ts';
import { idIn } from './names.ts';

/** An annotation on its way into a case. */
export type ReadAnnotation = {
  /** As it names itself, where that is a statement of a case. */
  readonly id?: string;
  /** What it is a passage of: an address, or the id of a source of the case. */
  readonly target?: string;
  readonly source?: string;
  readonly at?: { readonly start: number; readonly end: number };
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hash?: string;
  readonly kind?: StatementKind;
  readonly gist?: string;
  readonly by?: string;
  readonly holder?: string;
  readonly via?: string;
  readonly date?: string;
  readonly note?: string;
  readonly about: readonly string[];
  readonly disputes: readonly string[];
  readonly credibility?: number;
  /** Where it stands in the file. */
  readonly span: Span;
};

type Of<Kind extends Json['kind']> = Extract<Json, { kind: Kind }>;

/**
 * Reads W3C Web Annotations in JSON-LD, compact form: one, a list, a page or a collection with its pages in it. What has no passage, or
 * names it by something else than position and quotation in a text, is left out, which is reported. Undefined where it is no JSON.
 */
export function readAnnotations(text: string, report: Report): readonly ReadAnnotation[] | undefined {
  const json = parseJson(text, report);
  if (!json) return undefined;
  const found = annotationsIn(json, report);
  const holds =
    json.kind === 'list' || (json.kind === 'object' && (value(json, 'items') ?? value(json, 'first')));
  // A page may be empty.
  if (found.length === 0 && !holds)
    report.at(json.span, 'import-shape', 'there is no annotation in this file', {
      hint: 'an Annotation, a list of them, an AnnotationPage or an AnnotationCollection is read',
    });
  return found.flatMap((one) => annotation(one, report) ?? []);
}

function annotationsIn(json: Json, report: Report): Of<'object'>[] {
  const found: Of<'object'>[] = [];
  const left: Json[] = [json];
  for (let one = left.shift(); one; one = left.shift()) {
    if (one.kind === 'list') left.unshift(...one.items);
    else if (one.kind === 'object') {
      const types = textsAt(one, 'type').concat(textsAt(one, '@type'));
      if (types.includes('Annotation') || (types.length === 0 && value(one, 'target'))) found.push(one);
      else
        for (const key of ['items', 'first', 'next', '@graph'])
          left.push(...(value(one, key) ? [value(one, key)!] : []));
    } else if (one !== json || one.kind !== 'text') {
      leftOut(one.span, `${kindWords[one.kind]} among the annotations is none`, report);
    }
  }
  return found;
}

function annotation(json: Of<'object'>, report: Report): ReadAnnotation | undefined {
  const targets = listed(value(json, 'target'));
  const target = targets.find((one) => one.kind === 'object') ?? targets[0];
  const at = (target ?? json).span;
  if (!target) {
    report.at(start(json.span), 'import-shape', 'this annotation has no target', {
      hint: 'add the passage that it is about',
    });
    return undefined;
  }
  if (targets.length > 1)
    leftOut(targets[1]!.span, 'an annotation with several targets: one is taken', report);
  const selectors = target.kind === 'object' ? selectorsOf(target, report) : {};
  const bodies = bodiesOf(json, report);
  const said = (key: string) => textsAt(json, `demarche:${key}`)[0];
  const hash = said('hash');
  const credibility = value(json, 'demarche:credibility');
  const name = textsAt(json, 'id')[0];
  const address =
    target.kind === 'text' ? target.text : target.kind === 'object' ? sourceAt(target) : undefined;
  const fields = {
    id: name === undefined ? undefined : idIn(name, 'statement'),
    target: address,
    source: said('in') ?? (address === undefined ? undefined : idIn(address, 'source')),
    ...selectors,
    hash: hash !== undefined && /^h-[0-9a-f]{16}$/.test(hash) ? hash : undefined,
    ...bodies,
    ...Object.fromEntries((['by', 'holder', 'via', 'note'] as const).map((key) => [key, said(key)])),
    date: dateOf(said('date')),
    credibility:
      credibility?.kind === 'number' && [1, 2, 3, 4, 5, 6].includes(credibility.number)
        ? credibility.number
        : undefined,
  };
  return {
    ...(Object.fromEntries(
      Object.entries(fields).filter(([, one]) => one !== undefined && one !== ''),
    ) as Omit<ReadAnnotation, 'span' | 'about' | 'disputes'>),
    about: textsAt(json, 'demarche:about'),
    disputes: textsAt(json, 'demarche:disputes'),
    span: start(at),
  };
}

function selectorsOf(target: Of<'object'>, report: Report): Partial<ReadAnnotation> {
  let found: Partial<ReadAnnotation> = {};
  const left = listed(value(target, 'selector'));
  for (let one = left.shift(); one; one = left.shift()) {
    if (one.kind !== 'object') {
      leftOut(one.span, `a selector that is ${kindWords[one.kind]}`, report);
      continue;
    }
    // A selector inside another one says it more exactly.
    left.push(...listed(value(one, 'refinedBy')));
    const type = textsAt(one, 'type')[0];
    if (type === 'TextPositionSelector') {
      const [begins, ends] = [value(one, 'start'), value(one, 'end')];
      const range = begins && ends && rangeOf(begins, ends, report);
      if (range) found = { ...found, at: range };
      else if (!begins || !ends)
        report.at(start(one.span), 'import-shape', 'a position has a `start` and an `end`', {
          hint: 'add both, in characters of the text',
        });
    } else if (type === 'TextQuoteSelector') {
      const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((key) => textsAt(one, key)[0]);
      found = {
        ...found,
        ...(exact === undefined ? {} : { exact }),
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
      };
    } else if (!value(one, 'refinedBy')) {
      leftOut(
        one.span,
        `a selector of the type ${type ?? 'that is not named'}: positions and quotations are read`,
        report,
      );
    }
  }
  return found;
}

function rangeOf(begins: Json, ends: Json, report: Report): ReadAnnotation['at'] {
  const [from, to] = [as(begins, 'number', '`start`', report), as(ends, 'number', '`end`', report)];
  if (!from || !to) return undefined;
  const whole = (n: number) => Number.isInteger(n) && n >= 0 && n < 1e12;
  if (whole(from.number) && whole(to.number) && from.number < to.number)
    return { start: from.number, end: to.number };
  report.at(from.span, 'import-value', `${from.number} to ${to.number} is no range of characters`, {
    hint: 'whole numbers, the end after the start',
  });
  return undefined;
}

/** The gist from what describes or comments, the kind from a tag that is one. */
function bodiesOf(json: Of<'object'>, report: Report): Pick<ReadAnnotation, 'gist' | 'kind'> {
  let gist: string | undefined;
  let kind: StatementKind | undefined;
  for (const one of [...listed(value(json, 'body')), ...listed(value(json, 'bodyValue'))]) {
    const words =
      one.kind === 'text' ? one.text : one.kind === 'object' ? textsAt(one, 'value')[0] : undefined;
    const purpose = one.kind === 'object' ? textsAt(one, 'purpose')[0] : undefined;
    const known = statementKinds.find((name) => name === words);
    if (purpose === 'tagging' && known) kind ??= known;
    else if (words === undefined || purpose === 'tagging')
      leftOut(
        one.span,
        words === undefined
          ? 'a body without words'
          : `the tag “${words.slice(0, 60)}”, which is no kind of statement`,
        report,
      );
    else if (gist === undefined) gist = words;
    else leftOut(one.span, 'a second body with words', report);
  }
  return { ...(gist === undefined ? {} : { gist }), ...(kind ? { kind } : {}) };
}

/** An address, of itself or of the thing that has it. */
function sourceAt(target: Of<'object'>): string | undefined {
  const source = value(target, 'source');
  if (source?.kind === 'object') return textsAt(source, 'id')[0];
  return textsAt(target, 'source')[0] ?? textsAt(target, 'id')[0];
}

function dateOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/.test(text) ? text : undefined;
}

function value(object: Of<'object'>, key: string): Json | undefined {
  return object.entries.find((entry) => entry.key === key)?.value;
}

function listed(json: Json | undefined): Json[] {
  return json === undefined ? [] : json.kind === 'list' ? [...json.items] : [json];
}

function textsAt(object: Of<'object'>, key: string): string[] {
  return listed(value(object, key)).flatMap((one) => (one.kind === 'text' ? [one.text] : []));
}

function start({ start: at }: Span): Span {
  return { start: at, end: at + 1 };
}

function leftOut(span: Span, what: string, report: Report): void {
  report.at(start(span), 'import-left-out', `left out: ${what}`);
}
