import { type Case, compileCase } from '@demarche/case';
import type { Ask } from '../../src/invert/ask.ts';
import type { Unit } from '../../src/invert/edit.ts';
import { mentionedIn } from '../../src/invert/mention.ts';
import { solvedAgain } from '../../src/invert/solve-again.ts';
import { unitsOf } from '../../src/invert/units.ts';

/** What every set of up to two changes comes to, each case changed and solved from nothing. Slow and plain. */
export function bruteForce(found: Case, scenario: string | null, ask: Ask) {
  const compiled = compileCase(found, scenario);
  const units = unitsOf(compiled, ask.profile, ask.beliefs);
  const sets: (readonly Unit[])[] = units.map((one) => [one]);
  units.forEach((one, k) => {
    for (const other of units.slice(k + 1)) sets.push([one, other]);
  });
  const played = { found, scenario };
  const flips = new Map<readonly Unit[], { atoms: string[]; forced: boolean }>();
  for (const set of sets) {
    const result = solvedAgain(played, set, ask);
    if (result?.answer === ask.wanted) flips.set(set, { atoms: atomsOf(found, set), forced: result.forced });
  }
  const asked = found.questions.find(({ id }) => id === ask.question)!.holdsWhen!;
  const mentioned = mentionedIn(found, asked.expression);
  const fixes = ({ change }: Unit) => {
    if ((change.kind !== 'give' && change.kind !== 'irrevocable') || !mentioned.has(change.option))
      return false;
    const bit = found.options.findIndex(({ id }) => id === change.option);
    const on = Math.floor(compiled.now! / 2 ** bit) % 2 === 1;
    return change.kind === 'give' || on === (change.once === 'on');
  };
  return [...flips].flatMap(([set, { atoms, forced }], k) => {
    if (forced || set.every(fixes)) return [];
    if (
      set.length > 1 &&
      set.some((unit) => [...flips.keys()].some((one) => one.length === 1 && one[0] === unit))
    )
      return [];
    const smaller = [...flips.values()].some(
      (other, at) =>
        other.atoms.every((atom) => atoms.includes(atom)) &&
        (other.atoms.length < atoms.length || (at < k && other.atoms.length === atoms.length)),
    );
    return smaller ? [] : [set];
  });
}

/** Each change, and each pair of priorities that stand the other way round once all moves are made. */
function atomsOf(found: Case, set: readonly Unit[]): string[] {
  let now = { found, scenario: null as string | null };
  for (const unit of set) if (unit.change.kind === 'reorder') now = unit.apply(now) ?? now;
  const turned = found.readings.flatMap((readings, actor) =>
    readings.flatMap(({ order }, r) => {
      const after = now.found.readings[actor]![r]!.order;
      if (order.kind !== 'prefers' || after.kind !== 'prefers') return [];
      return order.priorities.flatMap((a, i) =>
        order.priorities.flatMap((b, j) =>
          i < j && after.priorities.indexOf(a) > after.priorities.indexOf(b)
            ? [`${actor}/${r}/${i}/${j}`]
            : [],
        ),
      );
    }),
  );
  return [
    ...set.filter(({ change }) => change.kind !== 'reorder').map(({ change }) => JSON.stringify(change)),
    ...turned,
  ];
}
