import type { Case } from '@demarche/case';
import type { HeadDealsOf } from '../html/over-heads.ts';
import { conceptWords, formulaText, headDealWords, profileWords } from '../words/index.ts';
import { escapeMarkdown as esc } from './escape.ts';

const most = 4;

/** The blocks of a section on deals over the heads of others, as `dealsOverHeadsSection` has them; none where there are none. */
export function dealsOverHeadsBlocks(found: Case, of: HeadDealsOf): readonly string[] {
  const { profile, scenario, concept, deals } = of;
  if (deals.length === 0) return [];
  const told = deals.slice(0, most).map((deal, k) => {
    const words = headDealWords(found, profile, deal, (formula) => formulaText(found, formula));
    const lines = [...words.gains, ...words.losses, words.undo, words.comes].map(
      (one) => `   - ${esc(one)}.`,
    );
    return [`${k + 1}. ${esc(words.deal)}.`, ...lines].join('\n');
  });
  return [
    '## Deals over the heads of others',
    esc(
      `What several parties could agree on from where things stand so that each of them gains and somebody else loses; if ${profileWords(found, profile, scenario)}, and if ${conceptWords[concept]}.`,
    ),
    told.join('\n'),
    ...(deals.length > most ? [`And ${deals.length - most} more.`] : []),
  ];
}
