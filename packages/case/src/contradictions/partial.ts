import type { Case, CaseOption, Formula } from '../case.ts';
import { namesOf } from '../expression/names.ts';

/**
 * The part of a case with mistakes that can be followed to its ends: formulas that lean on something left out are left out
 * too. Fewer states are impossible then, so what contradicts itself in the part does so in the whole.
 */
export function soundPart(found: Case): Case {
  const sound = new Set([...found.options, ...found.facts].map(({ id }) => id));
  const left = new Map(
    found.terms.map((term) => [term.id, namesOf(term.expression).map(({ name }) => name)]),
  );
  for (let grew = true; grew; ) {
    grew = false;
    for (const [id, names] of left) {
      if (!names.every((name) => sound.has(name))) continue;
      sound.add(id);
      left.delete(id);
      grew = true;
    }
  }
  const holds = ({ expression }: Formula) => namesOf(expression).every(({ name }) => sound.has(name));
  const free = ({ gate, lock, ...option }: CaseOption): CaseOption => ({
    ...option,
    ...(gate && holds(gate) ? { gate } : {}),
    ...(lock && holds(lock) ? { lock } : {}),
  });
  return {
    ...found,
    options: found.options.map(free),
    terms: found.terms.filter(({ id }) => sound.has(id)),
    impossible: found.impossible.filter(holds),
  };
}
