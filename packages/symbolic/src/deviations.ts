import {
  type Model,
  optionsOf,
  optionsThatMatter,
  ownOptions,
  Refused,
  readsOwn,
  type Unlisted,
} from '@demarche/engine';
import { isMore } from './arithmetic.ts';
import { type Circuit, no, not, type Wire, yes } from './circuit.ts';
import { worthDigits } from './digits.ts';
import { writingAt, writingWith, written } from './written.ts';

/** Most settings of one actor's own options that are written out, and most with an own gate, where moves have to be chained. */
const mostSettings = 2 ** 12;
const mostChained = 2 ** 5;
/** Most gates of a circuit: some hundred megabytes. */
export const mostGates = 4_000_000;

/** One way for an actor to move: where it leads, whether it may and can, and whether it gains. */
export type Deviation = {
  /** The state that it leads to, option by option. */
  readonly to: readonly Wire[];
  /** Whether the actor can reach that from the state. */
  readonly leads: Wire;
  /** … and prefers it. */
  readonly improves: Wire;
};

/** An actor's moves, for every setting of those of its own options that can matter. */
export function deviationsOf(
  made: Circuit,
  conflict: Unlisted,
  actor: number,
  state: readonly Wire[],
): readonly Deviation[] {
  const { model } = conflict;
  const preference = conflict.preferences[actor]!;
  const own = optionsThatMatter(conflict, actor);
  const chained = readsOwn(model, ownOptions(model, actor));
  if (2 ** own.length > (chained ? mostChained : mostSettings))
    throw new Refused(
      ({ actor: name }) =>
        `${name(actor)} has ${own.length} options that matter to it: 2^${own.length} ways to set them${chained ? ', with gates among them' : ''}, and at most ${chained ? mostChained : mostSettings} are written out`,
    );
  const here = worthDigits(made, preference, writingAt(made, state));
  const writing = writingWith(made, state, own);
  const feasible = patternsOn(model, own);
  const ends = Array.from({ length: 2 ** own.length }, (_, setting) => {
    const to = [...state];
    own.forEach((k, at) => {
      to[k] = (setting >>> at) & 1 ? yes : no;
    });
    if (made.size() > mostGates)
      throw new Refused(() => `more than ${mostGates} gates are needed to write down who gains by what`);
    const write = writing(setting);
    return { to, write, can: not(made.or(feasible.map(write))) };
  });
  const leads = chained
    ? chains(made, model, own, state, ends)
    : ends.map(({ to, can }) => made.and([can, ...steps(made, model, own, state, to)]));
  return ends.flatMap(({ to, write }, k) => {
    if (leads[k] === no) return [];
    const improves = made.and([leads[k]!, isMore(made, worthDigits(made, preference, write), here)]);
    return improves === no ? [] : [{ to, leads: leads[k]!, improves }];
  });
}

/** What is impossible and depends on these options; the rest is as it is in the state itself. */
function patternsOn({ impossible }: Model, options: readonly number[]) {
  const set = new Set(options);
  return impossible.filter((program) => [...optionsOf(program)].some((k) => set.has(k)));
}

/** What has to hold for a single move between two states of a cell, where the second has constants for the own options. */
function steps(
  made: Circuit,
  model: Model,
  own: readonly number[],
  from: readonly Wire[],
  to: readonly Wire[],
): readonly Wire[] {
  return own.map((k) => {
    const { direction, mode, gate, lock } = model.options[k]!;
    if (to[k] === yes) {
      if (direction === 'back' || mode === 'all') return from[k]!;
      return gate ? made.or([from[k]!, written(made, gate, to)]) : yes;
    }
    if (direction === 'forward') return not(from[k]!);
    return lock ? made.or([not(from[k]!), not(written(made, lock, to))]) : yes;
  });
}

/** Which settings can be reached by single moves one after another: where a gate reads own options, one move may open the way. */
function chains(
  made: Circuit,
  model: Model,
  own: readonly number[],
  state: readonly Wire[],
  ends: readonly { readonly to: readonly Wire[]; readonly can: Wire }[],
): readonly Wire[] {
  const isAt = ends.map(({ to }) => made.and(own.map((k) => not(made.xor(state[k]!, to[k]!)))));
  const edges = ends.map((end) =>
    ends.map((from) => made.and([end.can, ...steps(made, model, own, from.to, end.to)])),
  );
  let reached: readonly Wire[] = isAt;
  for (let round = 1; round < ends.length; round++) {
    const before = reached;
    reached = ends.map((_, to) =>
      made.or([
        before[to]!,
        ...ends.map((_, from) => (from === to ? no : made.and([before[from]!, edges[to]![from]!]))),
      ]),
    );
    if (reached.every((wire, k) => wire === before[k])) break;
  }
  return reached;
}
