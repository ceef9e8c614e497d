import { parse } from 'yaml';
import { type Holds, parseByForce } from './expression-by-force.ts';
import { coalescedByForce } from './graph-by-force.ts';

type Order = {
  readonly prefers?: readonly (string | readonly string[])[];
  readonly ranking?: readonly (string | readonly string[])[];
  readonly scores?: Readonly<Record<string, number>>;
  readonly payoffs?: readonly number[];
};
type Switches = Readonly<Record<string, boolean>>;
type Shared = { readonly by: readonly string[]; readonly mode?: string };

/** What the file says, as far as it bears on where things can rest. */
type File = {
  readonly actors: Readonly<Record<string, { readonly options?: Readonly<Record<string, string>> }>>;
  readonly joint?: Readonly<Record<string, Shared>>;
  readonly facts?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
  readonly opens?: Readonly<Record<string, string>>;
  readonly binds?: Readonly<Record<string, string>>;
  readonly impossible?: readonly string[];
  readonly coalesce?: readonly string[];
  readonly irreversible?: readonly (string | { readonly option: string; readonly way?: string })[];
  readonly now?: readonly string[];
  readonly readings: Readonly<Record<string, Readonly<Record<string, Order>>>>;
  readonly scenarios?: Readonly<Record<string, { readonly start?: Switches; readonly fix?: Switches }>>;
};

export type OrderKind = keyof Order;

/** Why a flip of an actor's own options is no move. */
export type Refusal = 'impossible' | 'taken stays' | 'left stays' | 'gate' | 'lock' | 'joint on';

/** A state is the set of options taken; its code is the sum of 2^k over them. */
export type State = { readonly code: number; readonly taken: ReadonlySet<string> };

export type Conflict = {
  readonly actors: readonly string[];
  readonly states: readonly State[];
  /** Of states that the actor prefers the number is greater. */
  readonly rank: (actor: string, state: State) => number;
  readonly moves: (actor: string, from: State) => readonly State[];
  /** Moves are all there is: they are not to be closed. */
  readonly given?: true;
};

export type CaseByForce = {
  readonly actors: readonly string[];
  readonly options: readonly string[];
  readonly common: readonly string[];
  readonly joint: readonly string[];
  readonly readings: Readonly<Record<string, readonly string[]>>;
  readonly scenarios: readonly string[];
  readonly orderKind: (actor: string, reading: string) => OrderKind;
  readonly conflict: (profile: Readonly<Record<string, string>>, scenario: string | null) => Conflict;
  /** Every reason for which this flip is no move of the actor; empty where it is one. */
  readonly refusals: (
    actor: string,
    from: State,
    flipped: State,
    scenario: string | null,
  ) => readonly Refusal[];
  /** All states of the cube that differ from this one in options of the actor only. */
  readonly flips: (actor: string, from: State) => readonly State[];
};

/** A case read from its text alone: nothing of the program is used. */
export function caseByForce(text: string): CaseByForce {
  const file = parse(text) as File;
  const actors = Object.keys(file.actors);
  const shared = file.joint ?? {};
  const own = actors.flatMap((actor) =>
    Object.keys(file.actors[actor]!.options ?? {}).map((id) => `${actor}.${id}`),
  );
  const options = [...own, ...Object.keys(shared)];
  const owns = (actor: string, option: string) =>
    option in shared ? shared[option]!.by.includes(actor) : option.startsWith(`${actor}.`);
  const cube = Array.from({ length: 2 ** options.length }, (_, code): State => {
    const taken = options.filter((_, k) => Math.floor(code / 2 ** k) % 2 === 1);
    return { code, taken: new Set(taken) };
  });

  const parsed = new Map<string, Holds>();
  const formula = (expression: string): Holds => {
    const known = parsed.get(expression) ?? parseByForce(expression);
    parsed.set(expression, known);
    return known;
  };
  const facts = (scenario: string | null): ReadonlySet<string> => {
    const { start = {}, fix = {} } = (scenario === null ? undefined : file.scenarios?.[scenario]) ?? {};
    const holds = (fact: string) => fix[fact] ?? start[fact] ?? (file.now ?? []).includes(fact);
    return new Set(Object.keys(file.facts ?? {}).filter(holds));
  };
  const truths = new Map<string, ReadonlySet<string>>();
  /** Every name that is true: options taken, facts that hold, terms that follow. */
  const truthsIn = (state: State, scenario: string | null): ReadonlySet<string> => {
    const key = `${scenario} ${state.code}`;
    const kept = truths.get(key);
    if (kept) return kept;
    const given = new Set([...state.taken, ...facts(scenario)]);
    const isTrue = (name: string): boolean => {
      const term = file.terms?.[name];
      return term === undefined ? given.has(name) : formula(term)(isTrue);
    };
    const all = new Set([...given, ...Object.keys(file.terms ?? {}).filter(isTrue)]);
    truths.set(key, all);
    return all;
  };
  const holds = (expression: string, state: State, scenario: string | null) =>
    formula(expression)((name) => truthsIn(state, scenario).has(name));

  const known = new Map<string, boolean>();
  const isFeasible = (state: State, scenario: string | null): boolean => {
    const key = `${scenario} ${state.code}`;
    const feasible = known.get(key) ?? canBe(state, scenario);
    known.set(key, feasible);
    return feasible;
  };
  const canBe = (state: State, scenario: string | null): boolean => {
    const fix = (scenario === null ? undefined : file.scenarios?.[scenario]?.fix) ?? {};
    return (
      !(file.impossible ?? []).some((expression) => holds(expression, state, scenario)) &&
      options.every((option) => fix[option] === undefined || fix[option] === state.taken.has(option))
    );
  };
  const oneWay = (option: string): string | undefined => {
    for (const item of file.irreversible ?? []) {
      if (typeof item === 'string') {
        if (item === option) return 'forward';
      } else if (item.option === option) return item.way ?? 'forward';
    }
    return undefined;
  };
  const refusals = (actor: string, from: State, to: State, scenario: string | null): readonly Refusal[] => {
    const reasons = new Set<Refusal>();
    if (!isFeasible(to, scenario)) reasons.add('impossible');
    for (const option of options) {
      if (from.taken.has(option) === to.taken.has(option)) continue;
      if (!owns(actor, option)) throw new Error(`${actor} does not own ${option}`);
      const direction = oneWay(option);
      if (to.taken.has(option)) {
        const gate = file.opens?.[option];
        if (direction === 'back') reasons.add('left stays');
        if (gate !== undefined && !holds(gate, to, scenario)) reasons.add('gate');
        if (option in shared && shared[option]!.mode !== 'any') reasons.add('joint on');
      } else {
        const lock = file.binds?.[option];
        if (direction === 'forward') reasons.add('taken stays');
        if (lock !== undefined && holds(lock, to, scenario)) reasons.add('lock');
      }
    }
    return [...reasons];
  };
  const flips = kept((actor: string, from: State) =>
    cube.filter(
      (to) =>
        to !== from &&
        options.every((option) => owns(actor, option) || from.taken.has(option) === to.taken.has(option)),
    ),
  );

  const numbered = cube.filter((one) => isFeasible(one, null));
  /** What decides between two states, the weightiest first: the larger is better. */
  const merits = (order: Order, state: State, scenario: string | null): readonly number[] => {
    const count = (line: string | readonly string[]) =>
      [line].flat().filter((expression) => holds(expression, state, scenario)).length;
    if (order.prefers) return order.prefers.map(count);
    if (order.ranking) return [-order.ranking.findIndex((line) => count(line) > 0)];
    if (order.scores) {
      const taken = Object.entries(order.scores).filter(([name]) => holds(name, state, scenario));
      return [taken.reduce((sum, [, weight]) => sum + weight, 0)];
    }
    return [order.payoffs![numbered.indexOf(state)]!];
  };

  return {
    actors,
    options,
    joint: Object.keys(shared).filter((id) => shared[id]!.mode !== 'any'),
    common: Object.keys(shared).filter((id) => shared[id]!.mode === 'any'),
    readings: Object.fromEntries(actors.map((actor) => [actor, Object.keys(file.readings[actor]!)])),
    scenarios: Object.keys(file.scenarios ?? {}),
    orderKind: (actor, reading) => {
      const order = file.readings[actor]![reading]!;
      return (['prefers', 'ranking', 'scores', 'payoffs'] as const).find((kind) => order[kind])!;
    },
    refusals,
    flips,
    conflict: (profile, scenario) => {
      const states = cube.filter((state) => isFeasible(state, scenario));
      const ranks = new Map(
        actors.map((actor) => {
          const order = file.readings[actor]![profile[actor]!]!;
          const all = states.map((state) => [state, merits(order, state, scenario)] as const);
          const below = (mine: readonly number[]) => all.filter(([, other]) => compared(other, mine) < 0);
          return [actor, new Map(all.map(([state, mine]) => [state, below(mine).length]))] as const;
        }),
      );
      const conflict: Conflict = {
        actors,
        states,
        rank: (actor, state) => ranks.get(actor)!.get(state)!,
        moves: kept((actor, from) =>
          flips(actor, from).filter((to) => refusals(actor, from, to, scenario).length === 0),
        ),
      };
      const lines = (file.coalesce ?? []).map((line) => (state: State) => holds(line, state, scenario));
      return coalescedByForce(conflict, lines);
    },
  };
}

/** Below zero where the first is worse: the first difference decides. */
function compared(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, k) => value !== b[k]);
  return first === -1 ? 0 : a[first]! - b[first]!;
}

/** A function of actor and state that computes each value once. */
function kept<T>(compute: (actor: string, state: State) => T): (actor: string, state: State) => T {
  const values = new Map<string, T>();
  return (actor, state) => {
    const key = `${actor} ${state.code}`;
    const value = values.get(key) ?? compute(actor, state);
    values.set(key, value);
    return value;
  };
}
