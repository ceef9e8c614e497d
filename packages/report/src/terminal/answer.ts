import {
  type CaseAnswer,
  type CellAnswer,
  type Gain,
  type Hinge,
  headlineOf,
  heldTo,
  mayMisread,
  misreadingMatters,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  basisWords,
  beforeWords,
  byRoleOf,
  conceptWords,
  countsOf,
  furtherWords,
  gainWords,
  heldBy,
  heldWords,
  leadingWords,
  profileWords,
  quoted,
  readingLabel,
  readingsOf,
  robustnessOf,
  surprisesIn,
  toldCells,
  verdictWord,
  verdictWords,
  wayRuleWords,
  waysWords,
  weightWords,
  wholeHinge,
} from '../words/index.ts';
import { type About, closing, opening } from './about.ts';
import { hingesToShow, showChances, showCondition, showMisread, showShares, showTipping } from './hinge.ts';
import { type Page, pageFor, type View } from './layout.ts';
import { showStory } from './story.ts';

/** `demarche answer`, for somebody who has never heard of the graph model: answers first, the method behind. */
export function answerText(
  found: Case,
  whole: CaseAnswer,
  view: View,
  about: About & { readonly full?: boolean },
): string {
  const page = pageFor(view);
  const answer = headlineOf(whole);
  opening(page, found, whole);
  if (answer.sampled)
    page.para(
      `There are ${answer.sampled.of} combinations of readings: ${answer.sampled.profiles} of them were drawn (seed ${answer.sampled.seed}).`,
    );
  if (found.questions.length === 0)
    page.para('The case asks no question: write one under `questions`, and it is answered here.');
  showShort(page, found, whole);
  found.questions.forEach((question, at) => {
    page.heading(`${at + 1}. ${question.ask}`);
    if (question.kind === 'gains') showGains(page, found, whole, question.id, about.full ?? false);
    else showAnswer(page, found, whole, question.id);
  });
  showReadings(page, found, answer);
  showStories(page, found, answer, about.full ?? false);
  page.blank();
  page.dim(
    'demarche why CASE QUESTION leads from an answer down to passages; hinge gives all rules; --reading, --scenario and --without ask what if.',
  );
  closing(page, found, { ...about, settings: answer.settings });
  return page.text();
}

/** One line a question: how often which answer comes out over the grid, and what carries it most. */
function showShort(page: Page, found: Case, answer: CaseAnswer): void {
  const [, other] = answer.beliefs;
  const misread = other === undefined ? undefined : heldTo(answer, other);
  const asked = found.questions.filter(({ kind }) => kind === 'holds');
  if (asked.length === 0 || answer.hinges.length === 0) return;
  for (const concept of answer.concepts.length === 2 ? answer.concepts : answer.concepts.slice(-1)) {
    const hinges = answer.hinges.filter((hinge) => hinge.concept === concept);
    if (hinges.length === 0) continue;
    const cells = answer.cells.filter((cell) => cell.concept === concept);
    const kinds = (['yes', 'no', 'unsettled', 'depends'] as const).filter((kind) =>
      cells.some(({ answers }) => answers.some((one) => one.answer === kind)),
    );
    page.blank();
    page.para(
      `In how many of the ${hinges[0]!.cells} combinations of readings and circumstances, if ${conceptWords[concept]}:`,
    );
    page.table(
      [
        ['', ...kinds.map((kind) => verdictWord[kind]), 'hangs most on'],
        ...hinges.flatMap((hinge) => {
          const whole = wholeHinge(answer, hinge);
          const row = (name: string, counts: Hinge['counts'], hangs: string) => [
            name,
            ...kinds.map((kind) => String(counts[kind] ?? 0)),
            hangs,
          ];
          const ask = found.questions.find(({ id }) => id === hinge.question)!.ask;
          const own = row(ask, hinge.counts, whole.always ? 'nothing' : leadingWords(found, whole));
          if (!misread || misreadingMatters(answer, hinge.question, concept)!.cells === 0) return [own];
          return [own, row('  the same, as each sees it', countsOf(misread, hinge.question, concept), '')];
        }),
      ],
      { header: true, right: kinds.map((_, k) => k + 1) },
    );
  }
}

function showAnswer(page: Page, found: Case, whole: CaseAnswer, question: string): void {
  const answer = headlineOf(whole);
  const shown = hingesToShow(whole, question);
  if (shown.length === 0) {
    showNarrow(page, found, whole, question);
    return;
  }
  if (shown.length > 1) page.para(furtherWords(whole, question), 1);
  for (const { hinge, lead } of shown) {
    page.para(lead, 1);
    showCondition(page, found, answer, hinge);
    showChances(page, found, whole, hinge);
    const hangs = showMisread(page, found, whole, hinge);
    if (hangs.always) continue;
    page.para('What it hangs on (shares of one):', 2);
    showShares(page, found, hangs);
    showTipping(page, found, hinge);
  }
  showWays(page, answer, question);
}

/** One profile and scenario only: the answer with its condition, per concept. */
function showNarrow(page: Page, found: Case, whole: CaseAnswer, question: string): void {
  for (const cell of whole.cells) {
    const one = cell.answers.find((other) => other.question === question);
    if (!one || one.answer === 'gains') continue;
    const matters = misreadingMatters(whole, question, cell.concept);
    if (matters?.cells === 0 && cell.beliefs !== whole.beliefs[0]) continue;
    const before = one.answer === 'no' && one.before ? ` (${beforeWords[one.before]})` : '';
    const held = !matters
      ? ''
      : matters.cells === 0
        ? '; beliefs play no part here'
        : `; ${heldWords[cell.beliefs]}`;
    page.item(
      `${verdictWords[one.answer]}${before} if ${profileWords(found, cell.profile, cell.scenario)}, and if ${conceptWords[cell.concept]}${held}.`,
    );
  }
  showWays(page, headlineOf(whole), question);
}

/** The same in n of m ways of computing, over the grid; and the rule for the first cell. */
function showWays(page: Page, answer: CaseAnswer, question: string): void {
  const all = answer.robustness.filter((one) => one.question === question);
  if (all.length === 0) return;
  const ways = all[0]!.ways.length;
  if (ways < 2) return;
  const same = all.filter((one) => one.ways.every((way) => way.answer === one.ways[0]!.answer)).length;
  const first = robustnessOf(answer, question, answer.cells[0]!)!;
  if (all.length === 1) {
    const headline = first.ways.find((way) => way.agreements === answer.settings.agreements)!.answer;
    const agree = first.ways.filter((way) => way.answer === headline).length;
    const rule = agree === ways ? '' : `: ${first.rules.map(wayRuleWords).join('; ')}`;
    page.dim(
      `${quoted(verdictWord[headline])} comes out in ${agree} of ${ways} ways of computing${rule}.`,
      2,
    );
    return;
  }
  page.dim(
    `The same in all ${ways} ways of computing (how far ahead, and when parties agree) in ${same} of ${all.length} combinations.`,
    2,
  );
  const rules = new Map<string, number>();
  for (const one of all) {
    if (one.rules.length < 2) continue;
    const said = one.rules.map(wayRuleWords).join('; ');
    rules.set(said, (rules.get(said) ?? 0) + 1);
  }
  const [most] = [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (most) page.dim(`Where they differ, most often (${most[1]}): ${most[0]}.`, 4);
}

function showGains(page: Page, found: Case, whole: CaseAnswer, question: string, full: boolean): void {
  const answer = headlineOf(whole);
  const concepts = full ? answer.concepts : answer.concepts.slice(-1);
  for (const concept of concepts) {
    const cells = answer.cells.filter((cell) => cell.concept === concept);
    page.para(
      cells.length > 1
        ? `Against now, in how many of the ${cells.length} combinations, if ${conceptWords[concept]}:`
        : `Against now, if ${profileWords(found, cells[0]!.profile, cells[0]!.scenario)}, and if ${conceptWords[concept]}:`,
      1,
    );
    const gainOf = (cell: CellAnswer, actor: string): Gain | undefined => {
      const one = cell.answers.find((other) => other.question === question);
      return one?.answer === 'gains' ? one.gains[actor] : undefined;
    };
    if (cells.length === 1) {
      page.table(
        found.actors.map(({ id, name }) => {
          const gain = gainOf(cells[0]!, id)!;
          const list =
            gain.of === undefined ? '' : `${gain.priorities} of its ${gain.of} priorities hold, from the top`;
          return [name, gainWords[gain.change], list];
        }),
        { indent: 4 },
      );
    } else {
      const kinds = ['better', 'same', 'worse', 'mixed'] as const;
      page.table(
        [
          ['', ...kinds.map((kind) => gainWords[kind])],
          ...found.actors.map(({ id, name }) => [
            name,
            ...kinds.map((kind) => String(cells.filter((cell) => gainOf(cell, id)?.change === kind).length)),
          ]),
        ],
        { indent: 4, header: true, right: [1, 2, 3, 4] },
      );
    }
    const misread = misreadingMatters(whole, question, concept);
    if (misread)
      page.para(
        misread.cells === 0
          ? 'Beliefs play no part here.'
          : `As each sees it this differs in ${misread.cells} of ${misread.of}: --beliefs as-held tells how.`,
        4,
      );
    const worse = cells.filter((cell) => {
      const one = cell.answers.find((other) => other.question === question);
      return one?.answer === 'gains' && one.worseForAll.length > 0;
    }).length;
    if (worse > 0)
      page.item(
        cells.length === 1
          ? 'It can end worse for everybody than now.'
          : `In ${worse} of ${cells.length} combinations it can end worse for everybody than now.`,
        '!',
        4,
      );
  }
}

function showReadings(page: Page, found: Case, answer: CaseAnswer): void {
  page.heading('How the parties are read, and by whom');
  for (const { id, name } of found.actors) {
    const readings = readingsOf(found, id);
    if (readings.length === 1) {
      page.item(`${name}: ${quoted(readings[0]!.label)}; not questioned in this case.`);
      continue;
    }
    page.item(`${name}:`);
    for (const reading of readings) {
      const weighs = weightWords(answer, id, reading.id);
      const told = `${quoted(reading.label)} (${reading.id}), ${heldBy(reading)}`;
      page.item(weighs === undefined ? told : `${told}; ${weighs}`, '.', 4);
    }
  }
  const basis = basisWords(found, answer);
  if (basis !== undefined) page.para(basis);
}

/** One way for each reading of the party whose reading carries most; everybody else as in the most typical combination. */
function showStories(page: Page, found: Case, answer: CaseAnswer, full: boolean): void {
  const concept = answer.concepts.at(-1)!;
  const { varied, cells } = toldCells(found, answer);
  if (cells.length === 0) return;
  page.heading('Ways that it can go from now');
  if (answer.profiles.length > 1) page.dim(waysWords(found, varied, '--reading takes others.'));
  for (const cell of cells) {
    page.blank();
    page.para(`If ${profileWords(found, cell.profile, cell.scenario)}, and ${conceptWords[concept]}:`);
    showStory(page, found, cell, full);
    const said = cell.answers.flatMap((one) =>
      one.answer === 'gains'
        ? []
        : [`${found.questions.find(({ id }) => id === one.question)!.ask} ${verdictWord[one.answer]}`],
    );
    if (said.length > 0) page.item(`Then: ${said.join('; ')}.`, '=', 2);
  }
  showSurprises(page, found, cells, varied);
}

/** One sentence for each party that is in for a surprise in one of these cells, which differ in the reading of one actor. */
function showSurprises(
  page: Page,
  found: Case,
  cells: readonly CellAnswer[],
  varied: string | undefined,
): void {
  if (!mayMisread(found)) return;
  page.heading('Who is in for a surprise');
  const told = new Set<string>();
  for (const cell of byRoleOf(found, varied, cells))
    for (const { actor, words } of surprisesIn(found, cell)) {
      if (told.has(actor)) continue;
      told.add(actor);
      const read =
        varied === undefined
          ? ''
          : `If ${actorName(found, varied)} is read as ${quoted(readingLabel(found, varied, cell.profile[varied]!))}, `;
      page.item(`${read}${words}.`);
    }
  if (told.size === 0) page.para('Nobody, as far as these ways go: what each expects is what follows.', 2);
  else page.dim('One surprise of each party; perceive tells all, for any reading.', 2);
}
