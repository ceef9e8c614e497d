/**
 * The vertices of { p ≥ 0, Σ p = 1, p(h) ≤ odds[h][k] p(k) } by the definition: every choice of as many tight constraints as there
 * are unknowns, solved, and kept where the solution is unique and meets all the others.
 */
export function verticesByForce(odds: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const n = odds.length;
  const rows: number[][] = [];
  for (let h = 0; h < n; h++) {
    rows.push(unit(n, h, 1));
    for (let k = 0; k < n; k++)
      if (k !== h && Number.isFinite(odds[h]![k]!))
        rows.push(unit(n, h, -1).map((one, at) => (at === k ? odds[h]![k]! : one)));
  }
  const found: (readonly number[])[] = [];
  for (const tight of choices(rows, n - 1)) {
    const point = solved([...tight, new Array<number>(n).fill(1)], [...tight.map(() => 0), 1]);
    if (!point || rows.some((row) => dot(row, point) < -1e-9)) continue;
    if (!found.some((known) => known.every((one, h) => Math.abs(one - point[h]!) < 1e-7))) found.push(point);
  }
  return found;
}

const unit = (n: number, h: number, value: number) =>
  Array.from({ length: n }, (_, k) => (k === h ? value : 0));
const dot = (row: readonly number[], point: readonly number[]) =>
  row.reduce((sum, one, at) => sum + one * point[at]!, 0);

function* choices<T>(items: readonly T[], many: number, from = 0): Generator<readonly T[]> {
  if (many === 0) yield [];
  else
    for (let at = from; at <= items.length - many; at++)
      for (const rest of choices(items, many - 1, at + 1)) yield [items[at]!, ...rest];
}

/** Gaussian elimination with the greatest pivot; undefined where the equations do not settle one point. */
function solved(
  left: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | undefined {
  const rows = left.map((row, at) => [...row, right[at]!]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    if (Math.abs(rows[pivot]![column]!) < 1e-10) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      rows[row] = rows[row]!.map((one, at) => one - factor * rows[column]![at]!);
    }
  }
  return rows.map((row, at) => row[n]! / row[at]!);
}
