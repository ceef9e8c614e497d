import { movesFrom } from '@demarche/engine';
import { LimitError } from '../../compile/limit.ts';
import type { Compiled } from '../../compile.ts';

/** Arcs that are written at most. */
const mostArcs = 200_000;

/** Which states are stable: by concept, by actor id, as state codes. Whoever solves gives it. */
export type Stability = {
  readonly stable: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly equilibria: Readonly<Record<string, readonly number[]>>;
  /** In words, where another rule than the definition's was used. */
  readonly rule?: string;
};

/** States, arcs and stability of one profile, ready to be written in any format. */
export type ResultTable = {
  readonly title: string;
  /** What was solved, in words: readings and scenario. */
  readonly condition: string;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly concepts: readonly string[];
  readonly now: number | undefined;
  readonly states: readonly ResultState[];
};

export type ResultState = {
  readonly code: number;
  /** In words: the options taken, or in graph form the state's name. */
  readonly label: string;
  readonly taken: readonly boolean[];
  /** Per actor, from 1, larger is better. */
  readonly ranks: readonly number[];
  /** Per concept, per actor. */
  readonly stable: readonly (readonly boolean[])[];
  /** Per concept. */
  readonly equilibrium: readonly boolean[];
  /** Per actor, where it can go alone. */
  readonly moves: readonly (readonly { readonly to: number; readonly improves: boolean }[])[];
};

export function resultTable(
  compiled: Compiled,
  profile: Readonly<Record<string, string>>,
  { stable, equilibria, rule }: Stability,
): ResultTable {
  const { case: found, structure, scenario } = compiled;
  const ranks = found.actors.map(({ id }, i) => compiled.ranks(i, profile[id]!));
  const concepts = Object.keys(equilibria);
  const sets = concepts.map((concept) => ({
    all: new Set(equilibria[concept]),
    by: found.actors.map(({ id }) => new Set(stable[concept]?.[id])),
  }));
  const under = found.scenarios.find(({ id }) => id === scenario);
  const taken = found.actors.map(({ id, name }, i) => {
    const reading = found.readings[i]!.find((one) => one.id === profile[id])!;
    return `${name}: ${reading.label}`;
  });
  let arcs = 0;
  const states = Array.from(structure.codes, (code, state): ResultState => {
    const on = found.options.map((_, k) => Math.floor(code / 2 ** k) % 2 === 1);
    const named = found.options.filter((_, k) => on[k]).map(({ name }) => name);
    return {
      code,
      label: found.graph
        ? (found.graph.states[code]?.name ?? String(code))
        : named.length === 0
          ? 'none of the options'
          : named.join(' + '),
      taken: on,
      ranks: ranks.map((own) => own[state]!),
      stable: sets.map(({ by }) => by.map((own) => own.has(code))),
      equilibrium: sets.map(({ all }) => all.has(code)),
      moves: found.actors.map((_, i) => {
        const reached = [...movesFrom(structure, i, state)].sort((a, b) => a - b);
        arcs += reached.length;
        if (arcs > mostArcs)
          throw new LimitError('too-large', `more than ${mostArcs} moves are not written out (limit arcs)`);
        return reached.map((to) => ({
          to: structure.codes[to]!,
          improves: ranks[i]![to]! > ranks[i]![state]!,
        }));
      }),
    };
  });
  return {
    title: found.title,
    condition: `${taken.join('; ')}${under ? `; where ${under.label}` : ''}${rule === undefined ? '' : `; ${rule}`}`,
    actors: found.actors.map(({ id, name }) => ({ id, name })),
    options: found.graph ? [] : found.options.map(({ id, name }) => ({ id, name })),
    concepts,
    now: compiled.now,
    states,
  };
}
