import type { Variation } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { factorWords, rulesWords, sharesInOrder, shareWords, verdictWord } from '@demarche/report/words';
import { element } from './element.ts';
import { namedFor } from './named.ts';

const fewRules = 4;

/** What each answer hangs on, over all readings and circumstances: the author's shares beside the reader's. */
export function hangsBlock(
  found: Case,
  shown: Case,
  author: readonly Variation[],
  yours: readonly Variation[],
): HTMLElement {
  return element(
    'div',
    {},
    ...author.flatMap((one, k) => {
      const other = yours[k];
      if (!other) return [];
      const ask = shown.questions[found.questions.findIndex(({ id }) => id === one.question)]!.ask;
      return [element('h4', {}, ask), ...variationParts(found, shown, one, other)];
    }),
  );
}

function variationParts(found: Case, shown: Case, one: Variation, other: Variation): readonly HTMLElement[] {
  if (one.always && one.always === other.always)
    return [
      element('p', {}, `Nothing: it is always ${verdictWord[one.always]}, for the author and for you.`),
    ];
  const named = namedFor(found, shown);
  const factors = [
    ...sharesInOrder({ ...other, shares: { ...zeros(one), ...other.shares } } as never).map(
      ({ factor }) => factor,
    ),
  ];
  const said = (variation: Variation, factor: string) =>
    variation.always ? `always ${verdictWord[variation.always]}` : shareWords(variation.shares[factor] ?? 0);
  const differ = JSON.stringify(one.rules) !== JSON.stringify(other.rules);
  const rules = rulesWords(shown, named.rules(other.rules));
  return [
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Share of'),
          element('th', { scope: 'col', class: 'n' }, 'The author'),
          element('th', { scope: 'col', class: 'n' }, 'You'),
        ),
      ),
      element(
        'tbody',
        {},
        ...factors.map((factor) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, factorWords(shown, named.factor(factor))),
            element('td', { class: 'n' }, said(one, factor)),
            element('td', { class: 'n' }, said(other, factor)),
          ),
        ),
      ),
    ),
    element(
      'p',
      { class: 'small' },
      differ ? 'The rules differ. Yours: ' : 'The rules are the author’s: ',
      rules.length <= fewRules ? `${rules.join('; ')}.` : `${rules.length} of them.`,
    ),
  ];
}

function zeros({ shares }: Variation): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(shares).map((factor) => [factor, 0]));
}
