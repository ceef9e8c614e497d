import type { Crux } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { quoted, verdictWord } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { pageFor, type View } from './layout.ts';

/** `demarche crux`: the smallest sets of judgements for which two cases answer differently. */
export function cruxText(
  one: Case,
  other: Case,
  crux: Crux,
  view: View,
  about: About & { readonly blind?: boolean },
): string {
  const page = pageFor(view);
  const ask = one.questions.find(({ id }) => id === crux.question)?.ask ?? crux.question;
  page.title(ask);
  page.item(`${quoted(one.title)} (${one.file}): ${verdictWord[crux.one]}`, 'A');
  page.item(`${quoted(other.title)} (${other.file}): ${verdictWord[crux.other]}`, 'B');
  page.blank();
  page.para(
    `They differ in ${crux.differences.length === 1 ? 'one judgement' : `${crux.differences.length} judgements`}.`,
  );
  if (crux.one === crux.other) page.para('None of these changes the answer here.');
  else if (crux.sets.length === 0) page.para('No set of them that was tried turns A’s answer into B’s.');
  crux.sets.forEach((set, k) => {
    page.heading(`${k + 1}. It hangs on ${set.length === 1 ? 'this alone' : `these ${set.length} together`}`);
    for (const at of set) {
      const { id, one: here, other: there, becauseOne, becauseOther } = crux.differences[at]!;
      const rests = (ids: readonly string[]) => (ids.length > 0 ? ` [${ids.join(', ')}]` : ' [assumption]');
      page.item(id);
      if (about.blind) continue;
      page.para(`A: ${here === '' ? 'nothing' : `${here}${rests(becauseOne)}`}`, 6);
      page.para(`B: ${there === '' ? 'nothing' : `${there}${rests(becauseOther)}`}`, 6);
    }
  });
  if (crux.one !== crux.other && crux.upTo < crux.differences.length)
    page.dim(`All sets of up to ${crux.upTo} judgements were tried.`);
  closing(page, one, about);
  return page.text();
}
