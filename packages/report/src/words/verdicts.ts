import type { Agreements, Before, Beliefs, Verdict } from '@demarche/analysis';
import type { Concept } from '@demarche/engine';

/** One word for a cell of a table. */
export const verdictWord: Readonly<Record<Verdict, string>> = {
  yes: 'yes',
  no: 'no',
  unsettled: 'unsettled',
  depends: 'open',
};

/** For a sentence. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  yes: 'yes',
  no: 'no',
  unsettled: 'unsettled (it comes and goes without end)',
  depends: 'open (it depends on who moves first)',
};

export const beforeWords: Readonly<Record<Before, string>> = {
  never: 'it never comes about on the way',
  lost: 'it holds at first and is then lost',
  'comes-and-goes': 'it comes about on the way and is lost again',
};

/** How far ahead everybody looks: the solution concept, for somebody who never heard of it. */
export const conceptWords: Readonly<Record<Concept, string>> = {
  nash: 'each looks one move ahead',
  gmr: 'each fears whatever the others could do',
  smr: 'each fears whatever the others could do and counts its own way out',
  seq: 'each fears what the others would gladly answer',
  sseq: 'each fears what the others would gladly answer and counts its own way out',
};

export const conceptName: Readonly<Record<Concept, string>> = {
  nash: 'Nash stability',
  gmr: 'general metarationality',
  smr: 'symmetric metarationality',
  seq: 'sequential stability',
  sseq: 'symmetric sequential stability',
};

export const agreementWords: Readonly<Record<Agreements, string>> = {
  any: 'parties may agree on joint moves at any time',
  'at-rest': 'parties agree on joint moves only where nobody would move alone',
  none: 'nobody agrees on joint moves',
};

/** What "beliefs correct" is called on screen. */
export const beliefsWords = 'if nobody misreads anyone';

export const heldWords: Readonly<Record<Beliefs, string>> = {
  correct: beliefsWords,
  'as-held': 'as each sees it, by what it believes of the others',
};

/** `Every answer here: if nobody misreads anyone`; where both are told, which is which. */
export function toldWords(beliefs: readonly Beliefs[]): string {
  return beliefs.length > 1
    ? 'Every answer here is told if nobody misreads anyone, and where that differs also as each sees it, by what it believes of the others'
    : `Every answer here: ${heldWords[beliefs[0]!]}`;
}
export const caveat = 'what follows from the stated readings, not a forecast';
