import { type Concept, concepts } from '../solver.ts';

/**
 * Every concept that can be asked for: the five of `Concept`; simultaneous sanctioning and the tableau of Fraser & Hipel (1984);
 * limited moves with a horizon of one move and more, and non-myopic stability (Kilgour 1985; Fang, Hipel & Kilgour 1993).
 */
export type ConceptName = Concept | 'sim' | 'fh' | `lim${number}` | 'nm';

/** The farthest horizon of limited moves that can be asked for. */
export const farthest = 1_000;

/** What `all` stands for: every concept, limited moves with a horizon of two. */
export const everyConcept: readonly ConceptName[] = [...concepts, 'sim', 'fh', 'lim2', 'nm'];

/** Whether the concept says of each improvement by itself whether something deters it, so that it can drive a course. */
export function isSolverConcept(name: ConceptName): name is Concept {
  return (concepts as readonly string[]).includes(name);
}

/** The horizon of `lim2`, `lim3`, …; undefined for every other name. */
export function horizonOf(name: string): number | undefined {
  const digits = /^lim([1-9]\d{0,3})$/.exec(name)?.[1];
  const horizon = digits === undefined ? undefined : Number(digits);
  return horizon !== undefined && horizon <= farthest ? horizon : undefined;
}

export function isConceptName(name: string): name is ConceptName {
  return (everyConcept as readonly string[]).includes(name) || horizonOf(name) !== undefined;
}

/** Compares two names by the order in which results list them: the five, sim, fh, limited moves by horizon, nm. */
export function compareConcepts(a: ConceptName, b: ConceptName): number {
  return placeOf(a) - placeOf(b);
}

function placeOf(name: ConceptName): number {
  const horizon = horizonOf(name);
  if (horizon !== undefined) return everyConcept.indexOf('lim2') + horizon / (farthest + 1);
  return name === 'nm' ? everyConcept.length : everyConcept.indexOf(name);
}
