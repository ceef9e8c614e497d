import type { CoalitionSettlement, HeadDeal } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';

/** `demarche coalition --json`: states are decimal codes; what is stable for each coalition only when asked for in full. */
export function coalitionJson(
  found: Case,
  result: CoalitionSettlement,
  deals: readonly HeadDeal[] | undefined,
  version: string,
  full: boolean,
) {
  const { profile, scenario, concept, outsiders, asked, equilibria, coalitions, common } = result;
  return {
    ...aboutJson(found, version),
    settings: { concepts: [concept], sanctions: 'legal', outsiders, beliefs: 'correct' },
    readings: profile,
    scenario,
    asked,
    equilibria,
    coalitions: coalitions.map(({ coalition, stable, leaves }) => ({
      coalition,
      count: stable.length,
      leaves,
      ...(full ? { stable } : {}),
    })),
    common,
    ...(deals
      ? {
          deals: deals.map(({ fails, ...deal }) => ({
            ...deal,
            agreement: fails === undefined,
            ...(fails
              ? {
                  fails: {
                    clause: fails.fails,
                    actor: found.actors[fails.actor]!.id,
                    witness: fails.witness,
                    by: fails.by.map((actor) => found.actors[actor]!.id),
                  },
                }
              : {}),
          })),
        }
      : {}),
  };
}
