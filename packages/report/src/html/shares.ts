import type { Hinge } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { conceptWords, factorWords, sharesInOrder, shareWords } from '../words/index.ts';
import { type Figure, textAt } from './figure.ts';

/** What an answer hangs on: each factor's share of its variation over the grid. */
export function sharesFigure(found: Case, hinge: Hinge): Figure {
  const shares = sharesInOrder(hinge);
  const left = Math.max(...shares.map(({ factor }) => [...factorWords(found, factor)].length)) * 7.4 + 14;
  const full = 340;
  const step = 28;
  const bars = shares.map(({ factor, share }, k) => {
    const wide = Math.max(1, Math.round(full * share));
    return (
      textAt([factorWords(found, factor)], left - 10, k * step + 17, '', 'end') +
      `<rect class="bar" x="${left}" y="${k * step + 3}" width="${wide}" height="18" rx="2"/>` +
      textAt([shareWords(share)], left + wide + 8, k * step + 17)
    );
  });
  const ask = found.questions.find(({ id }) => id === hinge.question)!.ask;
  return {
    id: `shares-${hinge.question}-${hinge.concept}`,
    title: `What the answer hangs on: ${ask}`,
    condition: `shares of the variation over all combinations, if ${conceptWords[hinge.concept]}`,
    description: shares
      .map(({ factor, share }) => `${factorWords(found, factor)} ${shareWords(share)}`)
      .join(', '),
    width: left + full + 60,
    height: shares.length * step,
    body: bars.join(''),
  };
}
