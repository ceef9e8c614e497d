import { type Compiled, compileCase } from '@demarche/case';
import type { Structure } from '@demarche/engine';
import { applied, type Played, type Unit } from './edit.ts';

/** Whether a change only rules moves out: the states stay what they are. */
export function restricts({ change }: Unit): boolean {
  return change.kind === 'gate' || change.kind === 'irrevocable';
}

export function isStructural(unit: Unit): boolean {
  return restricts(unit) || unit.change.kind === 'give';
}

/**
 * The conflict under structural changes. Single ones are compiled once and kept; two that only rule out moves, of options that
 * no actor owns both of, are laid over each other: the moves that both leave, and each actor's cells from the one that bears on it.
 */
export function structuresOf(
  played: Played,
  base: Compiled,
): {
  readonly all: (units: readonly Unit[]) => Compiled | undefined;
  readonly single: (unit: Unit) => Compiled | undefined;
} {
  const kept = new Map<Unit, Compiled | undefined>();
  const compiled = (units: readonly Unit[]): Compiled | undefined => {
    const changed = applied(played, units);
    return changed && compileCase(changed.found, changed.scenario);
  };
  const single = (unit: Unit): Compiled | undefined => {
    if (!kept.has(unit)) kept.set(unit, compiled([unit]));
    return kept.get(unit);
  };
  const all = (units: readonly Unit[]): Compiled | undefined => {
    const [one, two] = units;
    if (!one) return base;
    if (!two) return single(one);
    if (units.length === 2 && !base.structure.arcs && restricts(one) && restricts(two)) {
      const [a, b] = [single(one), single(two)];
      const [mine, theirs] = [ownersOf(base, one), ownersOf(base, two)];
      if (a && b && !mine.some((owner) => theirs.includes(owner)))
        return { ...base, ...laidOver(base, a, b, mine, theirs) };
    }
    return compiled(units);
  };
  return { all, single };
}

function ownersOf({ case: found }: Compiled, { change }: Unit): readonly number[] {
  if (change.kind !== 'gate' && change.kind !== 'irrevocable') return [];
  return found.options.find(({ id }) => id === change.option)?.owners ?? [];
}

function laidOver(
  base: Compiled,
  a: Compiled,
  b: Compiled,
  mine: readonly number[],
  theirs: readonly number[],
): Pick<Compiled, 'model' | 'structure'> {
  const both = (x: Uint32Array, y: Uint32Array) => x.map((mask, state) => mask & y[state]!);
  const options = base.model.options.map((_, k) =>
    base.case.options[k]!.owners.some((owner) => theirs.includes(owner)) &&
    !base.case.options[k]!.owners.some((owner) => mine.includes(owner))
      ? b.model.options[k]!
      : a.model.options[k]!,
  );
  const model = { ...base.model, options };
  const structure: Structure = {
    ...base.structure,
    model,
    on: both(a.structure.on, b.structure.on),
    off: both(a.structure.off, b.structure.off),
    cells: base.structure.cells.map((_, actor) =>
      theirs.includes(actor) ? b.structure.cells[actor]! : a.structure.cells[actor]!,
    ),
  };
  return { model, structure };
}
