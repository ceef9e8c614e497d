import { type Combination, firstProfile } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Asked } from '@demarche/report/record';

/** Where a reader begins: the first reading of each party as listed, as things stand, as the report was asked for. */
export function startOf(found: Case, { reading, scenario, concepts, beliefs }: Asked): Combination {
  return {
    profile: firstProfile(found, reading),
    scenario: scenario ?? null,
    concept: concepts.at(-1)!,
    beliefs: beliefs[0]!,
  };
}

/** One choice in which two combinations differ. */
export type Choice =
  | { readonly of: 'reading'; readonly actor: string }
  | { readonly of: 'scenario' | 'concept' | 'beliefs' };

export function choicesBetween(one: Combination, other: Combination): readonly Choice[] {
  const readings = Object.keys(other.profile).flatMap((actor): readonly Choice[] =>
    one.profile[actor] === other.profile[actor] ? [] : [{ of: 'reading', actor }],
  );
  const rest = (['scenario', 'concept', 'beliefs'] as const).flatMap((of): readonly Choice[] =>
    one[of] === other[of] ? [] : [{ of }],
  );
  return [...readings, ...rest];
}

/** The first combination with some of the choices of the other. */
export function withChoices(one: Combination, other: Combination, choices: readonly Choice[]): Combination {
  let made = one;
  for (const choice of choices)
    made =
      choice.of === 'reading'
        ? { ...made, profile: { ...made.profile, [choice.actor]: other.profile[choice.actor]! } }
        : { ...made, [choice.of]: other[choice.of] };
  return made;
}
