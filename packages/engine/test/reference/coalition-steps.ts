import { coalitionReach } from './coalition.ts';
import { type Conflict, flips, isOn } from './conflict.ts';
import { reach } from './moves.ts';

/** What members do in one step: a move of one, or the signing of joint options that only members own, along with other flips. */
function steps(conflict: Conflict, members: readonly number[], s: number): ReadonlySet<number> {
  const { options } = conflict.model;
  const own = (owners: readonly number[]) => owners.every((j) => members.includes(j));
  const found = new Set(members.flatMap((j) => [...reach(conflict, j, s)]));
  if (members.length < 2) return found;
  for (const t of conflict.states) {
    const changed = flips(conflict.model, s, t).map((k) => ({ ...options[k]!, k }));
    const signed = changed.filter(({ mode, owners, k }) => mode === 'all' && isOn(t, k) && own(owners));
    const theirs = changed.every(({ mode, owners, k }) =>
      mode === 'all' && isOn(t, k) ? own(owners) : owners.some((j) => members.includes(j)),
    );
    if (signed.length > 0 && theirs && conflict.legal(s, t)) found.add(t);
  }
  return found;
}

function closed(from: number, next: (s: number) => Iterable<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [from];
  while (open.length > 0)
    for (const t of next(open.pop()!)) {
      if (found.has(t)) continue;
      found.add(t);
      open.push(t);
    }
  return found;
}

/** R_H(s) where a coalition can sign what it owns jointly. In graph form the legal sequences of members' moves. */
export function signingReach(conflict: Conflict, members: readonly number[], s: number): ReadonlySet<number> {
  // In graph form nothing is signed, and moves need not be transitive.
  return conflict.arcs ? coalitionReach(conflict, members, s) : closed(s, (t) => steps(conflict, members, t));
}

/** Every non-empty subset. */
export function subcoalitions(members: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** members.length - 1 }, (_, k) =>
    members.filter((_, j) => ((k + 1) >>> j) & 1),
  );
}

/**
 * States reached by sequences of coalitional improvements of subsets of `members` (Inohara & Hipel 2008): with each reached state
 * go the last coalitions that moved, and a coalition that was the only one does not move again.
 */
export function coalitionalImprovements(
  conflict: Conflict,
  members: readonly number[],
  s: number,
): ReadonlySet<number> {
  const all = subcoalitions(members);
  const step = (k: number, from: number) =>
    [...signingReach(conflict, all[k]!, from)].filter((t) =>
      all[k]!.every((j) => conflict.rank(j, t) > conflict.rank(j, from)),
    );
  const last = new Map<number, Set<number>>();
  const changed: number[] = [];
  const arrive = (t: number, by: number) => {
    const movers = last.get(t) ?? new Set();
    if (movers.has(by)) return;
    last.set(t, movers.add(by));
    changed.push(t);
  };
  all.forEach((_, k) => {
    for (const t of step(k, s)) arrive(t, k);
  });
  while (changed.length > 0) {
    const t = changed.pop()!;
    const movers = last.get(t)!;
    all.forEach((_, k) => {
      if (movers.size === 1 && movers.has(k)) return;
      for (const u of step(k, t)) arrive(u, k);
    });
  }
  return new Set(last.keys());
}
