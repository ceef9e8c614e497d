import { type CaseAnswer, type Hinge, headlineOf } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  alwaysWords,
  chanceLines,
  chancesWords,
  conceptsAgree,
  conceptWords,
  countWords,
  factorActor,
  factorWords,
  leadingFactor,
  listed,
  misreadWords,
  quoted,
  readingLabel,
  rulesWords,
  scenarioWords,
  sharesInOrder,
  shareWords,
  splitBy,
  splitReading,
  tippingWords,
  valueWords,
  verdictWord,
  wholeHinge,
  withoutNoise,
} from '../words/index.ts';
import { type About, closing, opening } from './about.ts';
import { bar, type Page, pageFor, type View } from './layout.ts';

/** More rules than this are no longer read: then the answer is split by what carries most of it. */
const readable = 4;

/** The hinges of a question with how far ahead everybody looks; concepts with the same answers everywhere are one. */
export function hingesToShow(
  answer: CaseAnswer,
  question: string,
): readonly { readonly hinge: Hinge; readonly lead: string }[] {
  const hinges = answer.hinges.filter((hinge) => hinge.question === question);
  if (hinges.length > 1 && conceptsAgree(answer, question))
    return [{ hinge: hinges[0]!, lead: 'However far ahead they look:' }];
  return hinges.map((hinge) => ({ hinge, lead: `If ${conceptWords[hinge.concept]}:` }));
}

/** The condition of each verdict: as rules where they can be read, else counted by what carries most. */
export function showCondition(page: Page, found: Case, answer: CaseAnswer, hinge: Hinge, all = false): void {
  if (hinge.always) {
    page.item(`${alwaysWords(found, answer, hinge)}.`);
    return;
  }
  if (all || hinge.rules.length <= readable) {
    showRules(page, found, hinge);
    return;
  }
  const factor = leadingFactor(hinge)!;
  const kinds = (['yes', 'no', 'unsettled', 'depends'] as const).filter((kind) => hinge.counts[kind]);
  page.table(
    [
      [`of the combinations in which ${subject(found, factor)}`, ...kinds.map((kind) => verdictWord[kind])],
      ...splitBy(answer.cells, hinge, factor).map(({ value, counts }) => [
        valueWords(found, factor, value),
        ...kinds.map((kind) => String(counts[kind] ?? 0)),
      ]),
    ],
    { indent: 4, header: true, right: kinds.map((_, k) => k + 1) },
  );
  page.dim(`It takes ${hinge.rules.length} rules to say it exactly: demarche hinge lists them.`, 4);
}

/** How probable each answer is, if the stated weights are taken. */
export function showChances(page: Page, found: Case, whole: CaseAnswer, hinge: Hinge): void {
  for (const line of chanceLines(found, whole, hinge)) page.item(line, '%', 2);
}

/** The same for every scenario, where there are several. */
function showCircumstances(page: Page, found: Case, whole: CaseAnswer, hinge: Hinge): void {
  const here = headlineOf(whole).chances.filter(
    ({ question, concept }) => question === hinge.question && concept === hinge.concept,
  );
  if (here.length < 2) return;
  page.para('In other circumstances:', 2);
  for (const one of here.slice(1))
    page.item(`${scenarioWords(found, one.scenario)}: ${chancesWords(one.answers)};`, '-', 4);
}

function showRules(page: Page, found: Case, hinge: Hinge): void {
  const said = rulesWords(found, hinge.rules);
  said.forEach((words, at) => {
    page.item(`${words}${at === said.length - 1 ? '.' : ';'}`);
  });
}

function subject(found: Case, factor: string): string {
  const actor = factorActor(factor);
  return actor === undefined ? 'this holds' : `${actorName(found, actor)} is read as`;
}

/** What changes if parties misread each other; returns the hinge that tells what the answer then hangs on. */
export function showMisread(page: Page, found: Case, whole: CaseAnswer, hinge: Hinge, rules = false): Hinge {
  const hangs = wholeHinge(whole, hinge);
  const words = misreadWords(whole, hinge.question, hinge.concept);
  if (words !== undefined) page.para(`${words}.`, 2);
  if (rules && hangs !== hinge) {
    page.para('Both in one, exactly:', 2);
    showRules(page, found, hangs);
  }
  return hangs;
}

export function showShares(page: Page, found: Case, hinge: Hinge): void {
  const shares = sharesInOrder(hinge);
  if (shares.length === 0) {
    page.para(
      `It hangs on nothing in this case: it is always ${quoted(verdictWord[hinge.always ?? 'no'])}.`,
      2,
    );
    return;
  }
  page.table(
    shares.map(({ factor, share }) => [factorWords(found, factor), bar(share), shareWords(share)]),
    { indent: 4 },
  );
}

/** The least change of weights that tips the answer, and evidence that does. */
export function showTipping(page: Page, found: Case, hinge: Hinge): void {
  const least = [...hinge.tipping].sort((a, b) =>
    withoutNoise(Math.abs(a.to - a.from) - Math.abs(b.to - b.from)),
  );
  const seen = new Set<string>();
  for (const tipping of least) {
    // Of two readings one losing what the other gains, one line is enough.
    const [actor] = splitReading(found, tipping.reading);
    if (seen.has(actor)) continue;
    if (seen.size === 2) break;
    seen.add(actor);
    page.item(`What is more probable tips: ${tippingWords(found, tipping)}.`, '-', 4);
  }
  const [removal] = hinge.removals;
  if (removal) {
    const alike = hinge.removals.filter(({ from, to }) => from === removal.from && to === removal.to);
    const [first, ...others] = alike.slice(0, 3).map(({ items }) => listed(items));
    const more = [...others, ...(alike.length > 3 ? ['others'] : [])];
    page.item(
      `It tips without the evidence of ${first}${more.length > 0 ? ` (or: ${more.join('; ')})` : ''}: ${quoted(verdictWord[removal.to])} would then come out ahead of ${quoted(verdictWord[removal.from])}.`,
      '-',
      4,
    );
  }
  const votes = hinge.listing.filter(({ times }) => times === 2);
  if (votes.length > 0) {
    const names = votes.map(({ reading }) => {
      const [actor, id] = splitReading(found, reading);
      return `${quoted(readingLabel(found, actor, id))} (${actorName(found, actor)})`;
    });
    page.item(
      `How the readings were split matters: with ${listed(names.slice(0, 3), 'or')}${names.length > 3 ? ' or others' : ''} listed twice, another ${votes.some(({ leading }) => leading) ? 'factor would carry most' : 'answer would come out ahead'}.`,
      '-',
      4,
    );
  }
}

/** `demarche hinge`: for each question, all rules, shares, and what tips it. */
export function hingeText(found: Case, whole: CaseAnswer, view: View, about: About): string {
  const page = pageFor(view);
  const answer = headlineOf(whole);
  opening(page, found, whole);
  if (answer.hinges.length === 0)
    page.para(
      'There is nothing to hang on: the case asks no question that has rules, or only one combination was asked for.',
    );
  for (const { id, ask, kind } of found.questions) {
    if (kind !== 'holds') continue;
    const shown = hingesToShow(whole, id);
    if (shown.length === 0) continue;
    page.heading(`${ask} (${id})`);
    for (const { hinge, lead } of shown) {
      page.para(`${lead} ${countWords(hinge.counts)} combinations.`);
      showCondition(page, found, answer, hinge, true);
      showChances(page, found, whole, hinge);
      showCircumstances(page, found, whole, hinge);
      const hangs = showMisread(page, found, whole, hinge, true);
      if (hangs.always) continue;
      page.para('What it hangs on (shares of one):', 2);
      showShares(page, found, hangs);
      showTipping(page, found, hinge);
    }
  }
  closing(page, found, { ...about, settings: answer.settings });
  return page.text();
}
