import type { Unit } from './edit.ts';
import { type Atoms, isPartOf } from './minimal.ts';
import type { Searched } from './result.ts';
import type { Trials } from './trial.ts';

export type Search = {
  /** Minimal sets that bring the answer about without forcing it, in the order they were met. */
  readonly found: readonly (readonly Unit[])[];
  readonly searched: readonly Searched[];
  readonly exhausted: boolean;
};

export type Limits = {
  readonly size: 1 | 2;
  /** Most games solved. */
  readonly most: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((done: number, all: number) => void) | undefined;
};

type Working = { readonly set: readonly Unit[]; readonly atoms: Atoms; readonly offered: boolean };

/**
 * All minimal sets of changes up to a size. Every set is decided: one that has a part that already does it is not minimal, one
 * that comes to the same as an earlier one is that one, and all others are tried. A set that forces the answer, or fixes what
 * the question mentions and nothing else, counts as one that does it, and is not among those found.
 */
export function* minimalSets(
  units: readonly Unit[],
  trials: Trials,
  atomsOf: (set: readonly Unit[]) => Atoms | undefined,
  isOffered: (set: readonly Unit[]) => boolean,
  limits: Limits,
): Generator<void, Search> {
  const working: Working[] = [];
  const does = new Set<Unit>();
  const searched: Searched[] = [];
  const pairs = (units.length * (units.length - 1)) / 2;
  const all = units.length + (limits.size === 2 ? pairs : 0);
  const stopped = () => trials.solved() >= limits.most || (limits.signal?.aborted ?? false);
  let done = 0;

  for (let size = 1; size <= limits.size; size++) {
    const before = trials.solved();
    const smaller = [...working];
    const count = { decided: 0, impossible: 0, forced: 0, notMinimal: 0 };
    for (const set of size === 1 ? singlesOf(units) : pairsOf(units)) {
      if (stopped()) break;
      count.decided++;
      done++;
      if (done % 16 === 0) limits.onProgress?.(done, all);
      yield;
      const atoms = atomsOf(set);
      if (!atoms) {
        count.impossible++;
        continue;
      }
      if (size > 1 && set.some((unit) => does.has(unit))) {
        count.notMinimal++;
        continue;
      }
      if (smaller.some((one) => isPartOf(one.atoms, atoms))) {
        count.notMinimal++;
        continue;
      }
      const outcome = trials.outcome(set);
      if (outcome === 'impossible') count.impossible++;
      if (outcome === 'forced') count.forced++;
      if (outcome !== 'forced' && outcome !== 'works') continue;
      if (size === 1) does.add(set[0]!);
      working.push({ set, atoms, offered: outcome === 'works' && isOffered(set) });
    }
    searched.push({
      size,
      sets: size === 1 ? units.length : pairs,
      solved: trials.solved() - before,
      ...count,
    });
  }
  limits.onProgress?.(done, all);
  return { found: minimal(working), searched, exhausted: done === all };
}

/** Offered sets no proper part of which does it, each once. */
function minimal(working: readonly Working[]): readonly (readonly Unit[])[] {
  return working
    .filter(
      (one, k) =>
        one.offered &&
        !working.some(
          (other, at) => isPartOf(other.atoms, one.atoms) && (other.atoms.size < one.atoms.size || at < k),
        ),
    )
    .map(({ set }) => set);
}

function* singlesOf(units: readonly Unit[]): Generator<readonly Unit[]> {
  for (const unit of units) yield [unit];
}

function* pairsOf(units: readonly Unit[]): Generator<readonly Unit[]> {
  for (let a = 0; a < units.length; a++)
    for (let b = a + 1; b < units.length; b++) yield [units[a]!, units[b]!];
}
