import {
  type Concept,
  compact,
  flag,
  type Preference,
  rankByClasses,
  rankByPriorities,
  rankByScores,
  type Structure,
  structureOf,
  type Unlisted,
} from '../src/index.ts';

/** Per state of a conflict that can be listed, and actor, the flags of the concepts under which it is stable. */
export function flagsOf({ model, preferences }: Unlisted, concepts: readonly Concept[]) {
  const structure = structureOf(model);
  const ranks = preferences.map((one) => ranksOf(structure, one));
  return {
    codes: structure.codes,
    flags: preferences.map((_, actor) => compact.stability(structure, ranks, actor, concepts)),
  };
}

/** The equilibria of a conflict that can be listed, by listing it: codes, ascending. */
export function enumerated(conflict: Unlisted, concept: Concept): readonly number[] {
  const { codes, flags } = flagsOf(conflict, [concept]);
  return [...codes].filter((_, state) => flags.every((one) => one[state]! & flag[concept]));
}

export function ranksOf(structure: Structure, preference: Preference): Uint32Array {
  switch (preference.kind) {
    case 'priorities':
      return rankByPriorities(structure, preference.priorities);
    case 'classes':
      return rankByClasses(structure, preference.classes);
    case 'scores':
      return rankByScores(structure, preference.scores);
  }
}

/** The codes in a cube. */
export function codesIn(cube: string): readonly number[] {
  let codes = [0];
  [...cube].forEach((mark, k) => {
    const on = codes.map((code) => code + 2 ** k);
    if (mark === '1') codes = on;
    if (mark === '-') codes = [...codes, ...on];
  });
  return codes;
}
