import { type CubeSolver, Refused } from '@demarche/engine';
import { cadical } from './cadical.ts';
import { cubesOf } from './cubes.ts';
import { nashQuestion } from './nash.ts';
import { securedQuestion } from './secured.ts';

/** Equilibria by satisfiability: nash of any conflict, gmr and smr where everybody can set its own options freely. */
export async function symbolic(): Promise<CubeSolver> {
  const sat = await cadical();
  return {
    name: 'symbolic',
    *equilibria(conflict, concept, limits) {
      if (concept === 'seq' || concept === 'sseq')
        throw new Refused(
          () =>
            'what the others would improve to has to be followed from each state, so that it is worked out for one at a time',
        );
      const question = concept === 'nash' ? nashQuestion(conflict) : securedQuestion(conflict, concept, sat);
      return yield* cubesOf(question, sat, limits);
    },
  };
}
