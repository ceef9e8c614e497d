import {
  type BackEndName,
  type ConceptName,
  horizonOf,
  isSolverConcept,
  readsRule,
  type SanctionRule,
} from '@demarche/engine';
import { listed } from './names.ts';
import { conceptName, conceptWords } from './verdicts.ts';

/** What a concept is called in the literature. */
export function conceptTitle(concept: ConceptName): string {
  if (isSolverConcept(concept)) return conceptName[concept];
  if (concept === 'sim') return 'stability by simultaneous sanctions';
  if (concept === 'fh') return 'the tableau of Fraser and Hipel';
  if (concept === 'nm') return 'non-myopic stability';
  return `limited-move stability, ${movesWords(horizonOf(concept)!)} ahead`;
}

/** What a concept takes everybody to reckon with, for somebody who never heard of it. */
export function conceptSaying(concept: ConceptName): string {
  if (isSolverConcept(concept)) return conceptWords[concept];
  if (concept === 'sim') return 'each fears what the others would gladly do at the same time';
  if (concept === 'fh')
    return 'each fears what the others would gladly answer, and where several would move, what they would gladly do at the same time';
  if (concept === 'nm') return 'each looks as far ahead as it takes, and stays at every distance';
  const horizon = horizonOf(concept)!;
  if (horizon === 1) return 'each looks one move ahead';
  return `each looks ${movesWords(horizon)} ahead, taking turns, and compares only where that ends`;
}

const movesWords = (count: number) => (count === 1 ? 'one move' : `${count} moves`);

export const sanctionWords: Readonly<Record<SanctionRule, string>> = {
  legal: 'sequences of single moves in which nobody moves twice in a row, the definition',
  once: 'sequences of single moves in which each opponent moves at most once, as in tables made with GMCR+',
  single: 'one move of one opponent',
};

/** `Sanctions (gmr and seq): legal, that is …`; undefined where no concept asked for reads the rule. */
export function ruleSaying(rule: SanctionRule, concepts: readonly ConceptName[]): string | undefined {
  const touched = concepts.filter(readsRule);
  if (touched.length === 0) return undefined;
  return `Sanctions (${listed(touched)}): ${rule}, that is ${sanctionWords[rule]}.`;
}

/** How limited moves were computed, where they were asked for: ties, more than two actors, and whether it settles. */
export function lookingAheadSaying(
  concepts: readonly ConceptName[],
  actors: number,
  period: number | undefined,
): readonly string[] {
  const asked = concepts.filter((one) => one === 'nm' || horizonOf(one) !== undefined);
  if (asked.length === 0) return [];
  const name = listed(asked);
  return [
    `${name}: where several moves promise an actor equally much, whoever reckons with them reckons with the worst for itself.`,
    ...(actors > 2
      ? [
          `${name}: with more than two actors any other may have the next turn, and each expects the worst for itself: the cautious one of two definitions in print, both of which have been criticised.`,
        ]
      : []),
    ...(period === undefined
      ? []
      : [
          period === 1
            ? 'nm: what the actors anticipate settles as they look further.'
            : `nm: what the actors anticipate never settles; it comes round every ${period} moves, and stable means stable at all of them.`,
        ]),
  ];
}

/** How the five were computed; the results are the same. */
export const engineWords: Readonly<Record<BackEndName, string>> = {
  plain: 'move by move',
  compact: 'on the list of feasible states',
  dense: 'on all combinations of the options',
};
