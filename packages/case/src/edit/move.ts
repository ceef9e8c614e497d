import type { Span } from '../text/lines.ts';
import type { Tree } from '../yaml/tree.ts';

type List = Tree & { readonly kind: 'list' };

/**
 * A list with one of its items at another place. An item that begins a line of its own takes the comment lines right above it and
 * what stands behind it on its last line along; inside brackets, and where the first item shares its line with something else,
 * the items change places and what stands between them stays.
 */
export function moving(
  text: string,
  list: List,
  from: number,
  to: number,
  endOf: (item: Tree) => number,
): (Span & { readonly text: string }) | undefined {
  const count = list.items.length;
  if (from === to || ![from, to].every((at) => Number.isInteger(at) && at >= 0 && at < count))
    return undefined;
  const order = [...list.items.keys()];
  order.splice(to, 0, ...order.splice(from, 1));
  const whole = list.flow ? undefined : linesOfItems(text, list, endOf);
  const spans = whole ?? list.items.map((item) => ({ start: item.span.start, end: endOf(item) }));
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const between = (k: number) => (k < high ? text.slice(spans[k]!.end, spans[k + 1]!.start) : '');
  let made = '';
  for (let k = low; k <= high; k++) {
    const { start, end } = spans[order[k]!]!;
    made += text.slice(start, end) + between(k);
  }
  return { start: spans[low]!.start, end: spans[high]!.end, text: made };
}

/**
 * Each item from the start of its line, or of the comment lines right above it, to the end of its last line without the break.
 * Undefined where an item does not begin a line of its own.
 */
function linesOfItems(text: string, list: List, endOf: (item: Tree) => number): Span[] | undefined {
  const spans: Span[] = [];
  for (const item of list.items) {
    let start = lineStart(text, item.span.start);
    if (!/^[ \t]*-[ \t]+$/.test(text.slice(start, item.span.start))) return undefined;
    const floor = spans.at(-1)?.end ?? 0;
    for (;;) {
      const above = lineStart(text, start - 1);
      if (start === 0 || above < floor || !/^[ \t]*#/.test(text.slice(above, start))) break;
      start = above;
    }
    let end = endOf(item);
    if (text[end - 1] === '\n') end--;
    else {
      const line = text.indexOf('\n', end);
      end = line < 0 ? text.length : line;
    }
    if (text[end - 1] === '\r') end--;
    spans.push({ start, end });
  }
  return spans;
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
