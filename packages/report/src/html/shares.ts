import type { Hinge } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { conceptWords, factorWords, sharesInOrder, shareWords, withoutNoise } from '../words/index.ts';
import { type Figure, textAt, wrapText } from './figure.ts';
import { anchorId } from './markup.ts';

/** What an answer hangs on: each factor's share of its variation over the grid; a bar for each way of looking ahead. */
export function sharesFigure(found: Case, hinges: readonly Hinge[]): Figure {
  const last = hinges.at(-1)!;
  const width = 420;
  const full = width - 50;
  let y = 0;
  const legend = hinges.length > 1 ? hinges.flatMap((hinge, k) => legendOf(hinge, k)) : [];
  const bars = sharesInOrder(last).map(({ factor }) => {
    const head = textAt([factorWords(found, factor)], 0, y + 14);
    y += 22;
    const rows = hinges.map((hinge, k) => {
      const share = hinge.shares[factor] ?? 0;
      const wide = Math.max(2, Math.round(withoutNoise(full * share)));
      const bar =
        `<rect class="${k === 0 && hinges.length > 1 ? 'bar2' : 'bar'}" x="1" y="${y + 1}" width="${wide}" height="12" rx="2"/>` +
        textAt([shareWords(share)], wide + 10, y + 12);
      y += 18;
      return bar;
    });
    y += 8;
    return head + rows.join('');
  });
  const ask = found.questions.find(({ id }) => id === last.question)!.ask;

  function legendOf(hinge: Hinge, k: number): readonly string[] {
    const lines = wrapText(`if ${conceptWords[hinge.concept]}`, 54);
    const mark = `<rect class="${k === 0 ? 'bar2' : 'bar'}" x="1" y="${y + 3}" width="18" height="10" rx="2"/>`;
    const words = textAt(lines, 28, y + 13, 's');
    y += lines.length * 18 + (k === hinges.length - 1 ? 10 : 0);
    return [mark, words];
  }

  return {
    id: anchorId('shares', last.question),
    title: `What it hangs on: ${ask}`,
    condition: `shares of the variation of the answer over all combinations, if ${hinges.map(({ concept }) => conceptWords[concept]).join(', or if ')}`,
    description: hinges
      .map(
        (hinge) =>
          `if ${conceptWords[hinge.concept]}: ${sharesInOrder(hinge)
            .map(({ factor, share }) => `${factorWords(found, factor)} ${shareWords(share)}`)
            .join(', ')}`,
      )
      .join('; '),
    width,
    height: y,
    body: [...legend, ...bars].join(''),
  };
}
