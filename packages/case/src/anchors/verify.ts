import type { Source, Statement } from '../case.ts';
import type { Report } from '../report.ts';
import { fold } from './fold.ts';
import { sha256 } from './sha256.ts';

/** `h-` and the first 16 hexadecimal digits of the sha256 of the folded passage. */
export function anchorHash(passage: string): string {
  return `h-${sha256(fold(passage)).slice(0, 16)}`;
}

/** A text cut by code points: UTF-16 offsets every so often, so that a passage far in is found without reading from the start. */
export type PointText = { readonly length: number; readonly slice: (start: number, end: number) => string };

const stride = 1024;

export function pointText(text: string): PointText {
  const marks: number[] = [];
  let points = 0;
  for (let at = 0; at < text.length; points++) {
    if (points % stride === 0) marks.push(at);
    const unit = text.charCodeAt(at);
    at += unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1;
  }
  const offset = (point: number): number => {
    if (point >= points) return text.length;
    let at = marks[Math.floor(point / stride)]!;
    for (let left = point % stride; left > 0; left--) {
      const unit = text.charCodeAt(at);
      at += unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1;
    }
    return at;
  };
  return { length: points, slice: (start, end) => text.slice(offset(start), offset(end)) };
}

/** The text of each source that is at hand, by id. */
export type Texts = Readonly<Record<string, string>>;

/**
 * Looks every anchor up in its source's text. A range outside it or a hash that does not match is an error; without text, range
 * or hash the anchor is unverified, which is a warning once a source.
 */
export function verifyAnchors<One extends Statement>(
  statements: readonly One[],
  sources: readonly Source[],
  texts: Texts,
  report?: Report,
): One[] {
  const cut = new Map<string, PointText>();
  for (const { id, sha256: stated } of sources) {
    const text = Object.hasOwn(texts, id) ? texts[id]! : undefined;
    if (text !== undefined) {
      cut.set(id, pointText(text));
      if (stated !== undefined && sha256(text) !== stated) {
        report?.add(
          'text-hash',
          ['sources', id, 'sha256'],
          `the text given for “${id}” is not the one with this sha256`,
        );
      }
      continue;
    }
    const anchored = statements.filter((one) => one.in === id && one.at).length;
    if (anchored > 0) {
      const message = `the text of “${id}” is not at hand: ${anchored} anchor${anchored === 1 ? ' is' : 's are'} unverified`;
      report?.add('anchor-unverified', ['sources', id], message, { key: true });
    }
  }
  return statements.map((statement) => ({
    ...statement,
    anchor: anchorState(statement, cut.get(statement.in), report),
  }));
}

function anchorState(
  statement: Statement,
  text: PointText | undefined,
  report?: Report,
): Statement['anchor'] {
  const { id, at, hash } = statement;
  if (!text || !at) return 'unverified';
  if (at.end > text.length) {
    report?.add(
      'anchor-range',
      ['statements', id, 'at'],
      `the text has ${text.length} characters, this range ends at ${at.end}`,
    );
    return 'failed';
  }
  if (hash === undefined) return 'unverified';
  const found = anchorHash(text.slice(at.start, at.end));
  if (found === hash) return 'verified';
  report?.add(
    'anchor-hash',
    ['statements', id, 'hash'],
    'the passage at this range is not the one that was hashed',
    {
      hint: `the passage there has ${found}; if it is the one that is meant, write that`,
    },
  );
  return 'failed';
}
