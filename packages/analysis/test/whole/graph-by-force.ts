import { parse } from 'yaml';
import type { Conflict, State } from './case-by-force.ts';
import { parseByForce } from './expression-by-force.ts';

type Order = {
  readonly prefers?: readonly (string | readonly string[])[];
  readonly ranking?: readonly (string | readonly string[])[];
  readonly scores?: Readonly<Record<string, number>>;
  readonly payoffs?: readonly number[];
};
type Switches = Readonly<Record<string, boolean>>;

/** What a file in graph form says, as far as it bears on where things can rest. */
type File = {
  readonly states: Readonly<Record<string, unknown>>;
  readonly actors: Readonly<
    Record<string, { readonly moves?: Readonly<Record<string, string | readonly string[]>> }>
  >;
  readonly terms?: Readonly<Record<string, string>>;
  readonly impossible?: readonly string[];
  readonly coalesce?: readonly (string | { readonly when: string })[];
  readonly now?: readonly string[];
  readonly readings: Readonly<Record<string, Readonly<Record<string, Order>>>>;
  readonly scenarios?: Readonly<Record<string, { readonly start?: Switches; readonly fix?: Switches }>>;
};

/** A case in graph form read from its text alone; a state's code is its place under `states:`. */
export function graphByForce(text: string) {
  const file = parse(text) as File;
  const ids = Object.keys(file.states);
  const actors = Object.keys(file.actors);
  const holds = (expression: string, id: string): boolean =>
    parseByForce(expression)((name) => {
      const term = file.terms?.[name];
      return term === undefined ? name === id : holds(term, id);
    });
  const every = ids.map((id, code): State => ({ code, taken: new Set([id]) }));
  const idOf = (state: State) => ids[state.code]!;
  const merits = (order: Order, state: State): readonly number[] => {
    const count = (line: string | readonly string[]) =>
      [line].flat().filter((expression) => holds(expression, idOf(state))).length;
    if (order.prefers) return order.prefers.map(count);
    if (order.ranking) return [-order.ranking.findIndex((line) => count(line) > 0)];
    if (order.scores)
      return [
        Object.entries(order.scores).reduce(
          (sum, [name, weight]) => (holds(name, idOf(state)) ? sum + weight : sum),
          0,
        ),
      ];
    return [order.payoffs![state.code]!];
  };
  return {
    actors,
    readings: Object.fromEntries(actors.map((actor) => [actor, Object.keys(file.readings[actor]!)])),
    scenarios: Object.keys(file.scenarios ?? {}),
    /** The state that things start from. */
    start: (scenario: string | null): number => {
      const named = Object.entries((scenario === null ? {} : file.scenarios?.[scenario]?.start) ?? {}).find(
        ([, on]) => on,
      );
      return ids.indexOf(named ? named[0] : file.now![0]!);
    },
    conflict: (profile: Readonly<Record<string, string>>, scenario: string | null): Conflict => {
      const fix = (scenario === null ? undefined : file.scenarios?.[scenario]?.fix) ?? {};
      const states = every.filter(
        (state) =>
          !(file.impossible ?? []).some((line) => holds(line, idOf(state))) &&
          Object.entries(fix).every(([id, on]) => (id === idOf(state)) === on),
      );
      const conflict: Conflict = {
        actors,
        states,
        given: true,
        rank: (actor, state) => {
          const order = file.readings[actor]![profile[actor]!]!;
          const mine = merits(order, state);
          return states.filter((other) => lower(merits(order, other), mine)).length;
        },
        moves: (actor, from) => {
          const ends = [file.actors[actor]!.moves?.[idOf(from)] ?? []].flat();
          return states.filter((to) => ends.includes(idOf(to)));
        },
      };
      const lines = (file.coalesce ?? []).map((line) => (typeof line === 'string' ? line : line.when));
      return coalescedByForce(
        conflict,
        lines.map((line) => (state: State) => holds(line, idOf(state))),
      );
    },
  };
}

function lower(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, k) => value !== b[k]);
  return first !== -1 && a[first]! < b[first]!;
}

/** One state for all that satisfy a line, called by the least of them; its moves are all of theirs, closed before if they close. */
export function coalescedByForce(
  conflict: Conflict,
  lines: readonly ((state: State) => boolean)[],
): Conflict {
  const { states } = conflict;
  const whole = new Map(states.map((state) => [state, state]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const together = states.filter(line).map((state) => whole.get(state)!);
      const least = together.reduce((a, b) => (b.code < a.code ? b : a), together[0]!);
      for (const state of states)
        if (together.includes(whole.get(state)!) && whole.get(state) !== least) {
          whole.set(state, least);
          changed = true;
        }
    }
  }
  const left = states.filter((state) => whole.get(state) === state);
  if (left.length === states.length) return conflict;
  const reach = (actor: string, from: State): ReadonlySet<State> => {
    const reached = new Set(conflict.moves(actor, from));
    if (!conflict.given)
      for (const at of reached) for (const to of conflict.moves(actor, at)) reached.add(to);
    return reached;
  };
  return {
    ...conflict,
    states: left,
    given: true,
    moves: (actor, from) => {
      const members = states.filter((state) => whole.get(state) === from);
      const ends = new Set(members.flatMap((state) => [...reach(actor, state)].map((to) => whole.get(to)!)));
      return left.filter((state) => state !== from && ends.has(state));
    },
  };
}
