import type {
  CaseAnswer,
  CellAnswer,
  CourseStep,
  FailedDeal,
  Hinge,
  Profile,
  QuestionAnswer,
  ReachResult,
  Robustness,
  Rule,
  Settlement,
} from '@demarche/analysis';
import { ruleFor } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Translation } from './translation.ts';

/** Results of a case in another one's names and codes, with nothing left of the order in which they came. */
export function inOtherWords(found: Case, words: Translation) {
  const codes = (list: readonly number[]) => list.map(words.code).sort((a, b) => a - b);
  const sets = (lists: readonly (readonly number[])[]) => sorted(lists.map((one) => codes(one).join()));
  const ids = (actors: readonly number[]) => sorted(actors.map((i) => words.actor(found.actors[i]!.id)));
  const profile = (one: Profile) =>
    sorted(Object.entries(one).map(([actor, id]) => `${words.actor(actor)}=${words.reading(actor, id)}`));
  const place = (one: { readonly scenario: string | null; readonly profile: Profile }) =>
    `${words.scenario(one.scenario)} ${profile(one.profile)}`;
  const byActor = <T, U>(table: Readonly<Record<string, T>>, value: (one: T) => U) =>
    Object.fromEntries(Object.entries(table).map(([id, one]) => [words.actor(id), value(one)]));
  const dotted = (reading: string) => {
    const [actor, id] = reading.split('.') as [string, string];
    return `${words.actor(actor)}.${words.reading(actor, id)}`;
  };
  const factor = (name: string) =>
    name.startsWith('reading of ') ? `reading of ${words.actor(name.slice('reading of '.length))}` : name;

  const step = ({ movers, to, steps }: CourseStep) =>
    `${ids(movers)} to ${words.code(to)} in ${steps.length}`;
  const answer = (one: QuestionAnswer) =>
    one.answer === 'gains'
      ? {
          question: words.question(one.question),
          gains: byActor(one.gains, (gain) => gain),
          worseForAll: sets(one.worseForAll),
        }
      : {
          ...one,
          question: words.question(one.question),
          forks: sorted(
            one.forks.map(({ states, exits }) => {
              const told = exits.map(
                (exit) => `${words.code(exit.from)}: ${step(exit.step)}: ${exit.verdict}`,
              );
              return `${codes(states)}; ${sorted(told).join('; ')}`;
            }),
          ),
        };
  const cell = (one: CellAnswer) => ({
    at: `${one.concept} ${one.agreements} ${one.beliefs} ${place(one)}`,
    now: words.code(one.course.now),
    course: sorted(
      one.course.states.map(
        ({ code, steps }) => `${words.code(code)}: ${sorted(steps.map(step)).join('; ')}`,
      ),
    ),
    rests: sets(one.course.rests),
    answers: keyed(one.answers.map(answer), ({ question }) => question),
  });
  const robustness = ({ question, ways, rules, ...at }: Robustness) => ({
    at: `${words.question(question)} ${at.beliefs} ${place(at)}`,
    ways,
    rules,
  });

  /** What the rules say of each cell, and how many there are. */
  const logic = (rules: readonly Rule[], answers: CaseAnswer) => ({
    many: rules.length,
    conditions: rules.reduce((sum, { when }) => sum + when.length, 0),
    says: sorted(
      answers.profiles.flatMap((one) =>
        answers.scenarios.flatMap((scenario) =>
          answers.beliefs.map((beliefs) => {
            const named = Object.fromEntries(Object.entries(one).map(([id, is]) => [`reading of ${id}`, is]));
            const said = ruleFor(rules, { ...named, scenario, beliefs });
            return `${place({ scenario, profile: one })} ${beliefs}: ${said}`;
          }),
        ),
      ),
    ),
  });
  const hinge = (one: Hinge, answers: CaseAnswer) => ({
    ...one,
    question: words.question(one.question),
    rules: logic(one.rules, answers),
    shares: Object.fromEntries(
      Object.entries(one.shares).map(([name, share]) => [factor(name), rounded(share)]),
    ),
    tipping: keyed(
      one.tipping.map((tip) => ({
        ...tip,
        reading: dotted(tip.reading),
        from: rounded(tip.from),
        to: rounded(tip.to),
        ...(tip.prior ? { prior: { from: rounded(tip.prior.from), to: rounded(tip.prior.to) } } : {}),
      })),
      ({ reading }) => reading,
    ),
    removals: sorted(
      one.removals.map(({ items, from, to }) => `${sorted(items.map(words.statement))} ${from} ${to}`),
    ),
    /** Of factors with the same share one is named as leading. */
    listing: sorted(
      one.listing.map(
        ({ reading, times, leading, probable }) =>
          `${dotted(reading)} ${times} ${leading !== undefined} ${probable?.from} ${probable?.to}`,
      ),
    ),
  });

  const hinges = (list: readonly Hinge[], one: CaseAnswer) =>
    keyed(
      list.map((is) => hinge(is, one)),
      ({ question, concept }) => `${question} ${concept}`,
    );

  return {
    answer: (one: CaseAnswer) => ({
      settings: one.settings,
      cells: keyed(one.cells.map(cell), ({ at }) => at),
      robustness: keyed(one.robustness.map(robustness), ({ at }) => at),
      hinges: hinges(one.hinges, one),
      withBeliefs: hinges(one.withBeliefs ?? [], one),
    }),
    settlement: ({ scenario, profile: taken, feasible, equilibria, stable, concepts }: Settlement) => ({
      at: place({ scenario, profile: taken }),
      feasible: codes(feasible),
      equilibria: concepts.map((concept) => codes(equilibria[concept]!)),
      stable: concepts.map((concept) => byActor(stable[concept]!, codes)),
    }),
    reach: (one: ReachResult) => ({
      at: `${one.concept} ${place(one)}`,
      now: words.code(one.now),
      byMoves: codes(one.byMoves),
      byImprovements: codes(one.byImprovements),
      onCourse: codes(one.onCourse),
      first: sorted(
        one.first.map(
          ({ movers, to, gains }) =>
            `${sorted(movers.map(words.actor))} to ${words.code(to)}: ${sorted(gains.map(words.actor))}`,
        ),
      ),
      targets: keyed(
        one.targets.map(({ state, path, ...target }) => ({
          ...target,
          state: String(words.code(state)),
          steps: path.length,
        })),
        ({ state }) => state,
      ),
    }),
    /** The deal and the clause that fails; of several witnesses one is shown. */
    failed: (deals: readonly FailedDeal[]) =>
      sorted(deals.map(({ movers, to, fails }) => `${ids(movers)} to ${words.code(to)}: ${fails}`)),
    witnessed: (deals: readonly FailedDeal[]) =>
      sorted(
        deals.map(
          ({ movers, to, fails, actor, witness, by }) =>
            `${ids(movers)} to ${words.code(to)}: ${fails}: ${ids([actor])} at ${words.code(witness)} by ${ids(by)}`,
        ),
      ),
  };
}

export function sorted(items: readonly string[]): readonly string[] {
  return [...items].sort();
}

function keyed<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [key(item), item]));
}

function rounded(value: number): number {
  return Math.round(value * 1e7) / 1e7 + 0;
}
