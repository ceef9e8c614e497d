import { blockWords, type Columns, columnsOf, type Plane, type States } from '../planes/columns.ts';
import { type PlaneEvaluator, planeEvaluator } from '../planes/evaluate.ts';
import { type Append, appendTo } from './append.ts';

/**
 * Something that tells states apart: so many binary digits a state, the highest first. `planes` gives those from `from` up to
 * `to` for one block of states; they stay as they are while evaluation goes on at greater depths.
 */
export type Line = {
  readonly digits: number;
  readonly planes: (
    evaluate: PlaneEvaluator,
    columns: readonly Plane[],
    depth: number,
    from: number,
    to: number,
  ) => readonly Plane[];
};

/**
 * After some digits: the keys that occur, ascending, each a class before (from 0) and `digits` more digits. Gives each the class
 * that it is from now on, from 0 without gaps.
 */
export type Regroup = (keys: Uint32Array, digits: number, line: number) => Uint32Array;

const inOrder: Regroup = (keys) => Uint32Array.from(keys.keys());

/** Most digits that are appended at once; a table of so many entries is still near. */
const mostDigits = 16;
const nearTable = 2 ** 18;

/**
 * The states in classes by what the lines say of them, the first line first; by default two states share a class
 * when all lines say the same of both, and classes ascend as the lines' digits do. Digits are appended to the class of each
 * state a few at a time, and the keys that occur are numbered anew by a table: nothing is ever sorted state by state. With
 * `regroup` a portion holds digits of one line only. Classes are numbered from `base`.
 */
export function refine(
  states: States,
  lines: readonly Line[],
  regroup: Regroup = inOrder,
  base = 0,
): { readonly classOf: Uint32Array; readonly classes: number } {
  const count = states.codes.length;
  const classOf = new Uint32Array(count);
  if (count === 0) return { classOf, classes: 0 };
  const columns = columnsOf(states);
  const evaluate = planeEvaluator();
  let classes = 1;
  const all = lines.reduce((sum, one) => sum + one.digits, 0);
  let done = 0;
  const near = Math.min(nearTable, Math.max(1_024, 16 * count));
  const room = () =>
    Math.min(mostDigits, Math.floor(Math.log2((16 * classes <= near ? near : 2 * count) / classes)));
  for (const portion of portionsOf(lines, room, regroup !== inOrder)) {
    const digits = portion.reduce((sum, { from, to }) => sum + to - from, 0);
    const keys = appendTo(classes * 2 ** digits);
    append(columns, evaluate, portion, classOf, keys, classes === 1);
    const seen = keys.seen();
    const found = placesOf(seen);
    const now = regroup(found, digits, portion[0]!.line);
    const table = new Uint32Array(seen.length);
    classes = 0;
    for (let k = 0; k < found.length; k++) {
      table[found[k]!] = now[k]!;
      if (now[k]! >= classes) classes = now[k]! + 1;
    }
    done += digits;
    if (done === all && base !== 0) for (const key of found) table[key]! += base;
    keys.lookUp(classOf, table);
  }
  if (all === 0) classOf.fill(base);
  return { classOf, classes };
}

type Share = { readonly of: Line; readonly line: number; readonly from: number; readonly to: number };

/** The digits of all lines in portions of as many as `room()` allows at the time; `single`: one line in a portion. */
function* portionsOf(
  lines: readonly Line[],
  room: () => number,
  single: boolean,
): Generator<readonly Share[]> {
  let portion: Share[] = [];
  let left = 0;
  for (const [line, of] of lines.entries()) {
    for (let from = 0; from < of.digits; ) {
      if (portion.length === 0) left = room();
      const to = Math.min(of.digits, from + left);
      portion.push({ of, line, from, to });
      left -= to - from;
      from = to;
      if (left > 0 && !single) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

/** Appends the portion's digits to every state's class and notes the keys that occur. */
function append(
  { blocks, block }: Columns,
  evaluate: PlaneEvaluator,
  portion: readonly Share[],
  classOf: Uint32Array,
  keys: Append,
  fresh: boolean,
): void {
  const size = 32 * blockWords;
  for (let at = 0; at < blocks; at++) {
    const columns = block(at);
    const planes: Plane[] = [];
    for (const { of, from, to } of portion)
      planes.push(...of.planes(evaluate, columns, planes.length, from, to));
    const first = at * size;
    const count = Math.min(size, classOf.length - first);
    keys.digits(classOf, first, count, planes, fresh);
  }
}

/** The keys that occur, ascending. */
function placesOf(seen: Uint8Array): Uint32Array {
  let count = 0;
  for (const one of seen) count += one;
  const places = new Uint32Array(count);
  let k = 0;
  for (let key = 0; key < seen.length; key++) if (seen[key]) places[k++] = key;
  return places;
}
