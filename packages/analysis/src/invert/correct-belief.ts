import type { Case } from '@demarche/case';
import type { Profile } from '../answer/result.ts';
import type { Unit } from './edit.ts';

/** Every belief of the first level that is wrong in this profile, given up: who held it takes the other for what it is. */
export function correctedBeliefs(found: Case, profile: Profile): readonly Unit[] {
  return found.beliefs.flatMap(({ holder, about, reading, of }): readonly Unit[] => {
    const truth = profile[found.actors[about]!.id]!;
    if (of !== undefined || holder === about || reading === truth) return [];
    return [
      {
        change: {
          kind: 'believe',
          holder: found.actors[holder]!.id,
          about: found.actors[about]!.id,
          held: reading,
          truth,
        },
        swaps: 0,
        apply: ({ found: now, scenario }) => ({
          found: {
            ...now,
            beliefs: now.beliefs.filter(
              (one) => one.of !== undefined || one.holder !== holder || one.about !== about,
            ),
          },
          scenario,
        }),
      },
    ];
  });
}
