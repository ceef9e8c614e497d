import {
  answerCell,
  failedDeals,
  gamesOf,
  mostActorsOfGraph,
  profilesOf,
  type Verdict,
} from '@demarche/analysis';
import {
  type Case,
  type Compiled,
  compileCase,
  type Diagnostic,
  evaluateExpression,
  limits,
  type Positions,
} from '@demarche/case';
import { type Concept, positionOf } from '@demarche/engine';
import { answerCodes } from './pages.ts';

const concepts: readonly Concept[] = ['nash', 'seq'];
/** Cells looked at before a question is left alone, and those whose deals are looked at. */
const mostCells = 512;
const mostPlaces = 24;

type Place = {
  readonly profile: Readonly<Record<string, string>>;
  readonly scenario: string | null;
  readonly rest: number;
};

/** Questions with one answer everywhere, and deals that fail because a party would take its part back. */
export function lintAnswers(
  found: Case,
  positions: Positions,
  onProgress: (done: number, all: number) => void,
): Diagnostic[] {
  const asked = found.questions.filter(({ kind }) => kind === 'holds');
  if (!found.now || asked.length === 0 || (found.graph && found.actors.length > mostActorsOfGraph)) return [];
  if (found.options.length > limits.options) return [];
  const scenarios = [null, ...found.scenarios.map(({ id }) => id)];
  const profiles = profilesOf(found);
  if (profiles.length * scenarios.length > mostCells) return [];
  const verdicts = new Map<string, Set<Verdict>>(asked.map(({ id }) => [id, new Set()]));
  // Done as soon as every question has shown two answers: mostly after a few cells.
  const open = () => asked.some(({ id }) => verdicts.get(id)!.size < 2);
  const places: Place[] = [];
  const compiled = new Map<string | null, Compiled>();
  let done = 0;
  // The far ends of the grid first: cells that differ in everything tell most.
  const order = spread(profiles.length * scenarios.length);
  for (const at of order) {
    if (!open()) break;
    const scenario = scenarios[at % scenarios.length]!;
    const profile = profiles[Math.floor(at / scenarios.length)]!;
    if (!compiled.has(scenario)) compiled.set(scenario, compileCase(found, scenario));
    const here = compiled.get(scenario)!;
    const games = gamesOf(here.structure);
    for (const concept of concepts) {
      const cell = answerCell(here, games, profile, concept, 'any');
      for (const one of cell.answers) if (one.answer !== 'gains') verdicts.get(one.question)!.add(one.answer);
      if (concept === 'seq' && places.length < mostPlaces)
        for (const rest of cell.course.rests)
          if (rest.length === 1) places.push({ profile, scenario, rest: rest[0]! });
    }
    onProgress(++done, order.length);
  }
  return asked.flatMap((question): Diagnostic[] => {
    const seen = [...verdicts.get(question.id)!];
    const say = (code: keyof typeof answerCodes, message: string): Diagnostic => ({
      code,
      severity: 'warning',
      message,
      file: positions.file,
      range: positions.key(['questions', question.id]),
      hint: answerCodes[code].hint,
    });
    const same =
      seen.length === 1
        ? [say('same-answer', `the answer is ${seen[0]} under every reading and in every scenario`)]
        : [];
    if (seen.length !== 1 || seen[0] !== 'no') return same;
    const backs = takenBack(found, question.id, places, compiled);
    const [option] = backs;
    return option === undefined
      ? same
      : [
          ...same,
          say(
            'unlocked-deal',
            `every deal for it fails because ${option.who} would take “${option.name}” back: was a lock meant?`,
          ),
        ];
  });
}

/** The options taken back where every deal that brings the question about fails by that; empty where one fails otherwise. */
function takenBack(
  found: Case,
  question: string,
  places: readonly Place[],
  compiled: ReadonlyMap<string | null, Compiled>,
): readonly { readonly who: string; readonly name: string }[] {
  // Without options, or with states that stand for several, no one option is taken back.
  if (found.graph || found.coalesce.length > 0) return [];
  const expression = found.questions.find(({ id }) => id === question)!.holdsWhen!.expression;
  const taken: { who: string; name: string }[] = [];
  for (const { profile, scenario, rest } of places) {
    if (positionOf(compiled.get(scenario)!.structure, rest) === -1) continue;
    for (const deal of failedDeals(found, { profile, scenario, concept: 'seq' }, rest)) {
      if (!evaluateExpression(found, expression, deal.to, scenario)) continue;
      const off = found.options.findIndex((option, k) => {
        const on = (code: number) => Math.floor(code / 2 ** k) % 2 === 1;
        return on(deal.to) && !on(deal.witness) && !on(rest) && option.mode !== 'all';
      });
      if (deal.fails !== 'does-not-hold' || off === -1) return [];
      taken.push({ who: found.actors[deal.actor]!.name, name: found.options[off]!.name });
    }
  }
  return taken;
}

/** 0 … n − 1 with far ones after each other: by the bits of the position turned round. */
function spread(n: number): readonly number[] {
  const bits = Math.ceil(Math.log2(Math.max(2, n)));
  const turned = (at: number) =>
    Number.parseInt(at.toString(2).padStart(bits, '0').split('').reverse().join(''), 2);
  return Array.from({ length: 2 ** bits }, (_, at) => turned(at)).filter((at) => at < n);
}
