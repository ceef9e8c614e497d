/** The candidate a person most likely meant, or undefined where none is near: at most a third of the letters wrong. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  // One wrong letter of one is another name altogether.
  const allowed = name.length < 2 ? 0 : Math.max(1, Math.floor(name.length / 3));
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = editDistance(name, candidate, allowed);
    if (distance <= allowed && distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** The name whose last part is meant: `press` for `russia.press`, where just one name ends so. */
export function onlyEnding(name: string, candidates: Iterable<string>): string | undefined {
  const ending = [...candidates].filter((candidate) => candidate.endsWith(`.${name}`));
  return ending.length === 1 ? ending[0] : undefined;
}

/** Damerau's distance (neighbours swapped count once), given up beyond `allowed`. */
function editDistance(a: string, b: string, allowed: number): number {
  if (a.length > 80 || b.length > 80) return allowed + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1]!.toLowerCase() === b[j - 1]!.toLowerCase() ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
