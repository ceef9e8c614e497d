import type { Span } from './token.ts';

/** Words between marks. All offsets UTF-16; `start` and `end` take the marks in. */
export type Quotation = Span & {
  /** What stands between the marks. */
  readonly inner: Span;
  /** A mark closes it within its paragraph. */
  readonly closed: boolean;
};

/** Marks of writing direction and soft hyphens are seen as little as a space is. */
const space = /[\s\p{Cf}([{—–-]/u;
const letter = /[\p{L}\p{N}]/u;

/**
 * The outermost quotations of one paragraph. Curly marks say what they are; a straight one opens if nothing is open or if it stands
 * before a word and after a space, and else closes. Two apostrophes make a mark, as one publisher in seven writes. Whatever is not
 * closed ends with the paragraph. Single marks count where no double one is open and they are no apostrophes.
 */
export function quotationsOf(text: string, from: number, to: number): Quotation[] {
  const out: Quotation[] = [];
  let depth = 0;
  let start = 0;
  let inner = 0;
  let last = -1;
  for (let at = from; at < to; at++) {
    const mark = markAt(text, at, to);
    if (mark === undefined) {
      if (depth === 0) {
        const single = singleAt(text, at, from, to);
        if (single) {
          out.push(single);
          at = single.end - 1;
        }
      }
      continue;
    }
    const before = at === from ? ' ' : text[at - 1]!;
    const after = at + mark.width >= to ? ' ' : text[at + mark.width]!;
    const opens =
      mark.kind === 'open' ||
      (mark.kind === 'either' &&
        (depth === 0
          ? !(space.test(after) && !space.test(before))
          : space.test(before) && !space.test(after) && after !== '.'));
    if (opens) {
      if (depth === 0) {
        start = at;
        inner = at + mark.width;
        last = -1;
      }
      depth++;
    } else if (depth > 0) {
      depth--;
      if (depth > 0) last = at + mark.width;
      else out.push({ start, end: at + mark.width, inner: { start: inner, end: at }, closed: true });
    }
    at += mark.width - 1;
  }
  if (depth > 0) {
    // A nested mark that was never closed must not swallow the rest: the last closing mark ends the outer one.
    out.push(
      last < 0
        ? { start, end: to, inner: { start: inner, end: to }, closed: false }
        : { start, end: last, inner: { start: inner, end: last - 1 }, closed: true },
    );
  }
  return out;
}

type Mark = { readonly kind: 'open' | 'close' | 'either'; readonly width: number };

function markAt(text: string, at: number, to: number): Mark | undefined {
  switch (text[at]) {
    case '“':
    case '„':
    case '«':
    case '‟':
      return { kind: 'open', width: 1 };
    case '”':
    case '»':
      return { kind: 'close', width: 1 };
    case '"':
      return { kind: 'either', width: 1 };
    case "'":
      return at + 1 < to && text[at + 1] === "'" ? { kind: 'either', width: 2 } : undefined;
    case '`':
      return at + 1 < to && text[at + 1] === '`' ? { kind: 'open', width: 2 } : undefined;
    default:
      return undefined;
  }
}

/** A quotation between single marks that begins here: closed before the paragraph ends, by a mark that is no apostrophe. */
function singleAt(text: string, at: number, from: number, to: number): Quotation | undefined {
  const mark = text[at]!;
  if (mark !== '‘' && mark !== "'") return undefined;
  if (at > from && !space.test(text[at - 1]!)) return undefined;
  if (!letter.test(text[at + 1] ?? ' ')) return undefined;
  const closing = mark === '‘' ? '’' : "'";
  const limit = Math.min(to, at + 800);
  let fallback = -1;
  for (let end = at + 2; end < limit; end++) {
    if (text[end] !== closing) {
      if (markAt(text, end, to)) return undefined;
      continue;
    }
    const after = end + 1 < to ? text[end + 1]! : ' ';
    if (letter.test(after)) continue;
    // “voters' ” may be a possessive: taken only if nothing better follows.
    if (text[end - 1] === 's' && after === ' ') {
      if (fallback < 0) fallback = end;
      continue;
    }
    return closedAt(at, end);
  }
  return fallback < 0 || mark === "'" ? undefined : closedAt(at, fallback);
}

function closedAt(at: number, end: number): Quotation {
  return { start: at, end: end + 1, inner: { start: at + 1, end }, closed: true };
}
