/** Edits that turn one list into another: lines taken out, put in (before a line of the first list), or moved. */
export type LineEdit = {
  /** Position in the first list of the line that goes, if one does. */
  readonly out?: number;
  /** Position in the second list of the line that comes, and the position in the first list before which it does. */
  readonly in?: { readonly line: number; readonly before: number };
};

/** The edits of a longest common subsequence; a line that is moved, or replaced where it stands, is one edit. */
export function lineEdits(one: readonly string[], other: readonly string[]): readonly LineEdit[] {
  const common = longestCommon(one, other);
  const kept = new Set(common.map(([a]) => a));
  const came = new Set(common.map(([, b]) => b));
  const before = (b: number) => common.find(([, there]) => there > b)?.[0] ?? one.length;
  const ins = other.flatMap((_, b) => (came.has(b) ? [] : [{ line: b, before: before(b) }]));
  const edits: LineEdit[] = [];
  const used = new Set<number>();
  for (const [a, text] of one.entries()) {
    if (kept.has(a)) continue;
    const moved = ins.find((item) => !used.has(item.line) && other[item.line] === text);
    if (moved) used.add(moved.line);
    edits.push(moved ? { out: a, in: moved } : { out: a });
  }
  const gap = (a: number) => common.find(([there]) => there > a)?.[0] ?? one.length;
  for (const [k, edit] of edits.entries()) {
    if (edit.in || edit.out === undefined) continue;
    const instead = ins.find((item) => !used.has(item.line) && item.before === gap(edit.out!));
    if (!instead) continue;
    used.add(instead.line);
    edits[k] = { out: edit.out, in: instead };
  }
  for (const item of ins) if (!used.has(item.line)) edits.push({ in: item });
  return edits;
}

/** The first list with some of the edits carried out. */
export function withEdits<T>(
  one: readonly T[],
  other: readonly T[],
  edits: readonly LineEdit[],
): readonly T[] {
  const gone = new Set(edits.flatMap((edit) => (edit.out === undefined ? [] : [edit.out])));
  const coming = (at: number) =>
    edits
      .flatMap((edit) => (edit.in?.before === at ? [edit.in.line] : []))
      .sort((a, b) => a - b)
      .map((line) => other[line]!);
  const lines = one.flatMap((item, at) => [...coming(at), ...(gone.has(at) ? [] : [item])]);
  return [...lines, ...coming(one.length)];
}

function longestCommon(one: readonly string[], other: readonly string[]): readonly [number, number][] {
  const length = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a--)
    for (let b = other.length - 1; b >= 0; b--)
      length[a]![b] =
        one[a] === other[b] ? length[a + 1]![b + 1]! + 1 : Math.max(length[a + 1]![b]!, length[a]![b + 1]!);
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) pairs.push([a++, b++]);
    else if (length[a + 1]![b]! >= length[a]![b + 1]!) a++;
    else b++;
  }
  return pairs;
}
