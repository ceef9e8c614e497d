import type { Reason, Settlement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { ConceptName } from '@demarche/engine';
import {
  conceptSaying,
  conceptTitle,
  engineWords,
  listed,
  lookingAheadSaying,
  profileWords,
  reasonSentences,
  ruleSaying,
  stateLetters,
  stateWords,
} from '../words/index.ts';
import { inPieces, solutionTable, tableLegend } from '../words/solution-table.ts';
import { type About, closing } from './about.ts';
import { columns, greatest, type Page, pageFor, type View } from './layout.ts';

export type SettleView = About & {
  readonly full?: boolean;
  /** Most states listed; all with `full`. */
  readonly most?: number;
  /** The concept that `reasons` are given for. */
  readonly concept?: ConceptName;
  /** Why states are stable or not, by code, with `full`. */
  readonly reasons?: (code: number) => readonly Reason[] | undefined;
  /** Whether to print the table as papers do; where nothing is said, up to 16 states. */
  readonly table?: boolean;
  /** Why one state holds or not, by concept. */
  readonly why?: readonly {
    readonly concept: ConceptName;
    readonly code: number;
    readonly reasons: readonly Reason[];
  }[];
  /** Concepts asked for by `all` that are not defined on the case. */
  readonly leftOut?: readonly ConceptName[];
};

/** Most states of a graph that are named unasked. */
const mostNamed = 24;

type Why = NonNullable<SettleView['why']>[number];

/** Concepts that say the same of a state in the same words, told once. */
function alike(
  found: Case,
  whys: readonly Why[],
): readonly (Pick<Why, 'code' | 'reasons'> & { readonly concepts: readonly ConceptName[] })[] {
  const told = new Map<string, { code: number; reasons: readonly Reason[]; concepts: ConceptName[] }>();
  for (const { concept, code, reasons } of whys) {
    const words = reasons.map((one) => [one.stable, ...reasonSentences(found, code, one)]);
    const key = JSON.stringify([code, words]);
    const same = told.get(key);
    if (same) same.concepts.push(concept);
    else told.set(key, { code, reasons, concepts: [concept] });
  }
  return [...told.values()];
}

/** `demarche solve`: which readings were taken, and which states are equilibria under which concept. */
export function settleText(found: Case, result: Settlement, view: View, about: SettleView): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(`Taken: ${profileWords(found, result.profile, result.scenario)}.`);
  const { counts } = result;
  const rest = new Map(result.resting.map(({ code, concepts }) => [code, concepts] as const));
  // What is stable under most concepts is what can be relied on most.
  const states = [...rest.keys()];
  page.blank();
  page.para(
    states.length === 0
      ? `None of the ${counts.feasible} feasible states is an equilibrium under any concept asked for, with these readings.`
      : `${counts.resting} of the ${counts.feasible} feasible states ${counts.resting === 1 ? 'is an equilibrium' : 'are equilibria'} with these readings:`,
  );
  // Beside many concepts there is no room for words; the letters say the same.
  const inWords = found.graph !== undefined || result.concepts.length <= 6;
  const most = about.full ? states.length : (about.most ?? 12);
  if (states.length > 0) {
    page.blank();
    page.table(
      [
        ['state', ...(found.graph ? [] : ['options']), ...result.concepts, ...(inWords ? ['in words'] : [])],
        ...states
          .slice(0, most)
          .map((code) => [
            String(code),
            ...(found.graph ? [] : [stateLetters(found, code)]),
            ...result.concepts.map((concept) => (rest.get(code)!.includes(concept) ? 'Y' : 'N')),
            ...(inWords ? [stateWords(found, code)] : []),
          ]),
      ],
      { header: true },
    );
    const shown = Math.min(most, states.length);
    if (counts.resting > shown) page.dim(moreOf(counts.resting - shown, shown < states.length), 2);
  }
  if (found.graph) {
    page.blank();
    page.dim('States, by their numbers:');
    const named = about.full ? result.feasible : result.feasible.slice(0, mostNamed);
    for (const code of named) page.item(stateWords(found, code), `${code}.`, 2);
    if (named.length < counts.feasible)
      page.dim(moreOf(counts.feasible - named.length, named.length < result.feasible.length), 2);
  } else {
    page.blank();
    page.dim('Options, in the order of their letters:');
    found.options.forEach((option, k) => {
      page.item(`${option.name} (${option.id})`, `${k + 1}.`, 2);
    });
  }
  page.blank();
  for (const concept of result.concepts)
    page.dim(`${concept}: ${conceptTitle(concept)}; ${conceptSaying(concept)}.`);
  const rule = ruleSaying(result.sanctions, result.concepts);
  if (rule !== undefined) page.dim(rule);
  for (const said of lookingAheadSaying(result.concepts, found.actors.length, result.period)) page.dim(said);
  if (result.engine) page.dim(`Computed ${engineWords[result.engine]} (${result.engine}).`);
  if (about.table ?? counts.feasible <= fewStates) tableOf(page, found, result, states, view, about);
  else
    page.dim(
      'With --table: every state, each actor’s order and what is stable for whom, as papers print it.',
    );
  if (about.full && about.reasons) {
    for (const code of states.filter((one) => rest.get(one)!.some((held) => held === about.concept))) {
      page.heading(`Why ${code} holds (${about.concept}): ${stateWords(found, code)}`);
      for (const reason of about.reasons(code) ?? [])
        for (const sentence of reasonSentences(found, code, reason)) page.item(sentence);
    }
  }
  for (const { concepts, code, reasons } of alike(found, about.why ?? [])) {
    const holds = reasons.every(({ stable }) => stable);
    page.heading(
      `Why ${code} ${holds ? 'holds' : 'does not hold'} (${listed(concepts)}): ${stateWords(found, code)}`,
    );
    for (const reason of reasons)
      for (const sentence of reasonSentences(found, code, reason))
        page.item(sentence, reason.stable ? '-' : '×');
  }
  if (about.leftOut?.length)
    page.dim(`Not defined without options of single states, and left out: ${listed(about.leftOut)}.`);
  closing(page, found, about);
  return page.text();
}

/** How many are not shown, and what shows them: listed ones --full, others a higher limit. */
function moreOf(count: number, listed: boolean): string {
  return `and ${count} more: see ${listed ? '--full' : '--limit'}.`;
}

/** Up to so many states the table is printed unasked. */
const fewStates = 16;
/** Up to so many states the table shows all of them; beyond, the equilibria, unless it is asked for in full. */
const mostColumns = 128;

function tableOf(
  page: Page,
  found: Case,
  result: Settlement,
  equilibria: readonly number[],
  view: View,
  about: SettleView,
): void {
  const every = about.full || result.feasible.length <= mostColumns;
  const shown = every ? result.feasible : [...equilibria].sort((a, b) => a - b);
  if (result.feasible.length < result.counts.feasible) {
    page.dim(`The table needs all ${result.counts.feasible} states listed: see --limit.`);
    return;
  }
  page.heading(every ? 'Every state, as papers print it' : 'Every equilibrium, as papers print it');
  page.dim(tableLegend(found, result));
  if (!every) page.dim(`All ${result.counts.feasible} states: see --full.`);
  if (shown.length === 0) return;
  const table = solutionTable(found, result, shown);
  const widest = greatest(
    table.sections.flatMap(({ rows }) => rows),
    ({ label }) => columns(label),
  );
  const label = Math.min(widest + 2, 28);
  const cell = greatest([...shown, ...Object.values(result.order).flat()], (one) => String(one).length);
  const fit = Math.max(1, Math.floor((view.width - 2 - label) / (cell + 2)));
  for (const piece of inPieces(table, fit)) {
    page.blank();
    page.table(
      [
        ['state'.padEnd(label), ...piece.states.map(String)],
        ...piece.sections.flatMap(({ title, rows }) => [
          [title],
          ...rows.map((row) => [shortened(`· ${row.label}`, label), ...row.cells]),
        ]),
      ],
      { header: true, right: piece.states.map((_, at) => at + 1) },
    );
  }
}

function shortened(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const letter of text) {
    if (columns(kept + letter) >= width) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
