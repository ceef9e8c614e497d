import type { Case, Compiled } from '@demarche/case';
import type { Concept, SanctionRule } from '@demarche/engine';
import { profilesOf } from '../grid/profiles.ts';
import { drawDistinct } from '../grid/sample.ts';
import { minimalRules } from '../hinge/rules.ts';
import type { CaseAnswer, Robustness } from './case-answer.ts';
import { answerCell } from './cell.ts';
import type { GameTable } from './game.ts';
import { type Grounds, keptGrounds } from './grounds.ts';
import type { Agreements, Beliefs, CellAnswer, Verdict } from './result.ts';

export type AnswerOptions = {
  /** Default nash and seq: "each looks one move ahead" and "each fears what the others would gladly answer". */
  readonly concepts?: readonly Concept[];
  readonly agreements?: Agreements;
  /** Which sequences of others' moves deter an improvement or answer an agreement; default `legal`, the definition. */
  readonly sanctions?: SanctionRule;
  /** Default `correct` alone. With both, each cell of the grid is answered twice, and the first is the headline. */
  readonly beliefs?: readonly Beliefs[];
  /** Actor id → the one reading to take. */
  readonly reading?: Readonly<Record<string, string>>;
  /** One scenario, or `null` for things as they stand; without it all. */
  readonly scenario?: string | null;
  /** Whether to compute the other ways too (concept × agreements); default true. */
  readonly robustness?: boolean;
  /** Most cells (profile × scenario) computed; above it profiles are drawn by the seed. Default 4 096. */
  readonly most?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Called with the cells done and in all. */
  readonly onProgress?: (done: number, all: number) => void;
};

export const headlineConcepts: readonly Concept[] = ['nash', 'seq'];
const everyAgreements: readonly Agreements[] = ['any', 'at-rest', 'none'];

/** The cells of a case, and how each fares in other ways of computing. */
export type AnsweredCells = Pick<
  CaseAnswer,
  'settings' | 'beliefs' | 'concepts' | 'profiles' | 'scenarios' | 'cells' | 'robustness' | 'sampled'
>;

/**
 * The whole grid of answers: every profile, scenario and concept. `grounds` keeps what was worked out before, of this case or of what
 * it was before an edit: only what is new is computed. Throws where there is no `now`.
 */
export function answerGrid(
  found: Case,
  options: AnswerOptions = {},
  grounds: Grounds = keptGrounds(),
): AnsweredCells {
  if (!found.now) throw new Error('the case says no `now`');
  const concepts = options.concepts ?? headlineConcepts;
  const agreements = options.agreements ?? 'any';
  const sanctions = options.sanctions ?? 'legal';
  const beliefs = options.beliefs ?? (['correct'] as const);
  const scenarios =
    options.scenario === undefined ? [null, ...found.scenarios.map(({ id }) => id)] : [options.scenario];
  const every = profilesOf(found, options.reading);
  const seed = options.seed ?? 1;
  const room = Math.max(1, Math.floor((options.most ?? 4096) / (scenarios.length * beliefs.length)));
  const profiles =
    every.length <= room ? every : drawDistinct(every.length, room, seed).map((at) => every[at]!);
  const cells: CellAnswer[] = [];
  const robustness: Robustness[] = [];
  const all = profiles.length * scenarios.length;
  let done = 0;
  for (const scenario of scenarios) {
    const { compiled, games } = grounds(found, scenario, sanctions);
    for (const profile of profiles) {
      options.signal?.throwIfAborted();
      for (const held of beliefs) {
        const here = concepts.map((concept) =>
          answerCell(compiled, games, profile, concept, agreements, held),
        );
        cells.push(...here);
        if (options.robustness ?? true)
          robustness.push(...waysOf(compiled, games, profile, concepts, here, agreements));
      }
      done++;
      options.onProgress?.(done, all);
    }
  }
  return {
    settings: { agreements, sanctions },
    beliefs,
    concepts,
    profiles,
    scenarios,
    cells,
    robustness,
    ...(every.length > room ? { sampled: { profiles: profiles.length, of: every.length, seed } } : {}),
  };
}

/** Each question's answer under every concept and agreement setting, with the rule that separates them. */
function waysOf(
  compiled: Compiled,
  games: GameTable,
  profile: CellAnswer['profile'],
  concepts: readonly Concept[],
  known: readonly CellAnswer[],
  agreements: Agreements,
): readonly Robustness[] {
  const ways = concepts.flatMap((concept, c) =>
    everyAgreements.map((setting) => ({
      concept,
      agreements: setting,
      cell:
        setting === agreements
          ? known[c]!
          : answerCell(compiled, games, profile, concept, setting, known[c]!.beliefs),
    })),
  );
  return compiled.case.questions.flatMap((question, q) => {
    if (question.kind === 'gains') return [];
    const answers = ways.map((way) => way.cell.answers[q]!.answer as Verdict);
    return [
      {
        question: question.id,
        profile,
        scenario: compiled.scenario,
        beliefs: known[0]!.beliefs,
        ways: ways.map((way, w) => ({
          concept: way.concept,
          agreements: way.agreements,
          answer: answers[w]!,
        })),
        rules: minimalRules(
          [
            { name: 'concept', values: concepts },
            { name: 'agreements', values: everyAgreements },
          ],
          answers,
        ),
      },
    ];
  });
}
