import { type Case, compileCase } from '@demarche/case';
import { type Concept, positionOf } from '@demarche/engine';
import { answerCell } from '../answer/cell.ts';
import { gamesOf } from '../answer/game.ts';
import { beliefsToAsk } from '../answer/misread.ts';
import type { Agreements, Beliefs, Profile, QuestionAnswer } from '../answer/result.ts';
import { profilesOf } from '../grid/profiles.ts';
import { drawDistinct } from '../grid/sample.ts';
import type { AnswerChange, CaseDiff, CellChange } from './result.ts';

export type AnswersOptions = {
  readonly concepts: readonly Concept[];
  readonly agreements: Agreements;
  /** Default: both where one of the cases says what parties believe or do not see. */
  readonly beliefs?: readonly Beliefs[];
  readonly reading?: Readonly<Record<string, string>>;
  readonly scenario?: string | null;
  /** Most combinations of readings that are answered in each case; default 1 024. */
  readonly most?: number;
  readonly onProgress?: (done: number, all: number) => void;
};

const keyOf = (profile: Profile) =>
  JSON.stringify(Object.entries(profile).sort(([a], [b]) => (a < b ? -1 : 1)));

type Asked = { readonly key: string; readonly profile: Profile };

/** What becomes of the answers, question by question and combination by combination. */
export function answerChanges(
  one: Case,
  other: Case,
  options: AnswersOptions,
): Pick<CaseDiff, 'answers' | 'sampled'> {
  if (!one.now || !other.now) return { answers: undefined };
  const list = (found: Case): readonly Asked[] =>
    profilesOf(found, options.reading).map((profile) => ({ key: keyOf(profile), profile }));
  const [here, there] = [list(one), list(other)];
  const most = options.most ?? 1024;
  const known = new Set(there.map(({ key }) => key));
  const shared = here.filter(({ key }) => known.has(key));
  const many = Math.max(here.length, there.length) > most;
  // Drawn from those that both have: only these can be compared.
  const drawn = many
    ? new Set(
        (shared.length > most ? drawDistinct(shared.length, most, 1).map((at) => shared[at]!) : shared).map(
          ({ key }) => key,
        ),
      )
    : undefined;
  const asked = (all: readonly Asked[]) => (drawn ? all.filter(({ key }) => drawn.has(key)) : all);
  const total = asked(here).length + asked(there).length;
  let done = 0;
  const beliefs =
    options.beliefs ??
    (['correct', 'as-held'] as const).filter((held) =>
      [one, other].some((found) => beliefsToAsk(found).includes(held)),
    );
  const answer = (found: Case, profiles: readonly Asked[]) =>
    answersOf(found, profiles, { ...options, beliefs }, () => options.onProgress?.(++done, total));
  const before = answer(one, asked(here));
  const after = answer(other, asked(there));
  const questions = [
    ...one.questions,
    ...other.questions.filter(({ id }) => !one.questions.some((known) => known.id === id)),
  ];
  return {
    answers: questions.map(({ id, ask }) => changeOf(id, ask, before, after)),
    ...(drawn ? { sampled: { profiles: drawn.size, of: Math.max(here.length, there.length) } } : {}),
  };
}

type Answered = {
  readonly profile: Profile;
  readonly scenario: string | null;
  readonly concept: Concept;
  readonly beliefs: Beliefs;
  /** By question id. */
  readonly said: ReadonlyMap<string, string>;
};

function answersOf(
  found: Case,
  profiles: readonly Asked[],
  { concepts, agreements, scenario, beliefs }: AnswersOptions & { readonly beliefs: readonly Beliefs[] },
  answered: () => void,
): ReadonlyMap<string, Answered> {
  const all = [null, ...found.scenarios.map(({ id }) => id)];
  const scenarios = scenario === undefined ? all : all.filter((id) => id === scenario);
  const cells = new Map<string, Answered>();
  scenarios.forEach((id, at) => {
    const compiled = compileCase(found, id);
    if (compiled.now === undefined || positionOf(compiled.structure, compiled.now) === -1) return;
    const games = gamesOf(compiled.structure);
    for (const { key, profile } of profiles) {
      for (const concept of concepts)
        for (const held of beliefs) {
          const { answers } = answerCell(compiled, games, profile, concept, agreements, held);
          cells.set(`${key} ${id} ${concept} ${held}`, {
            profile,
            scenario: id,
            concept,
            beliefs: held,
            said: new Map(answers.map((one) => [one.question, saidOf(one)])),
          });
        }
      if (at === 0) answered();
    }
  });
  return cells;
}

function saidOf(answer: QuestionAnswer): string {
  if (answer.answer !== 'gains') return answer.answer;
  const gains = Object.entries(answer.gains).map(([actor, { change }]) => `${actor} ${change}`);
  return gains.join(', ');
}

function changeOf(
  question: string,
  ask: string,
  before: ReadonlyMap<string, Answered>,
  after: ReadonlyMap<string, Answered>,
): AnswerChange {
  let shared = 0;
  let changed = 0;
  const cells: CellChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [here, there] = [before.get(key), after.get(key)];
    const from = here?.said.get(question) ?? null;
    const to = there?.said.get(question) ?? null;
    if (from === null && to === null) continue;
    if (from !== null && to !== null) shared++;
    if (from === to) continue;
    if (from !== null && to !== null) changed++;
    const { profile, scenario, concept, beliefs } = (here ?? there)!;
    cells.push({ profile, scenario, concept, beliefs, from, to });
  }
  return { question, ask, shared, changed, cells };
}
