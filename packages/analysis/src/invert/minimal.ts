import type { Priority } from '@demarche/case';
import { applied, type Played, type Unit } from './edit.ts';

/**
 * What a set of changes consists of, as far as it can be taken apart: each change, and for reordered lists each pair of
 * priorities that stand the other way round. Two sets with the same atoms come to the same case.
 */
export type Atoms = ReadonlySet<string>;

/** Gives the atoms of sets of changes to one case; empty where they undo each other, `undefined` where one does not apply. */
export function atomizer(played: Played): (set: readonly Unit[]) => Atoms | undefined {
  const names = new Map<Unit, string>();
  const name = (unit: Unit): string => {
    const known = names.get(unit) ?? JSON.stringify(unit.change);
    names.set(unit, known);
    return known;
  };
  return (set) => {
    const atoms = set.filter(({ change }) => change.kind !== 'reorder').map(name);
    const moves = set.filter(({ change }) => change.kind === 'reorder');
    if (moves.length === 0) return new Set(atoms);
    const changed = applied(played, moves);
    if (!changed) return undefined;
    changed.found.readings.forEach((readings, actor) => {
      const before = played.found.readings[actor]!;
      readings.forEach(({ id, order }, r) => {
        const old = before[r]!.order;
        if (order === old || order.kind !== 'prefers' || old.kind !== 'prefers') return;
        for (const [a, b] of inversions(old.priorities, order.priorities))
          atoms.push(`${actor} ${id} ${a} ${b}`);
      });
    });
    return new Set(atoms);
  };
}

function inversions(
  before: readonly Priority[],
  after: readonly Priority[],
): readonly (readonly [number, number])[] {
  const at = after.map((priority) => before.indexOf(priority));
  return at.flatMap((a, k) => at.slice(k + 1).flatMap((b) => (b < a ? [[b, a] as const] : [])));
}

export function isPartOf(part: Atoms, whole: Atoms): boolean {
  if (part.size > whole.size) return false;
  for (const atom of part) if (!whole.has(atom)) return false;
  return true;
}
