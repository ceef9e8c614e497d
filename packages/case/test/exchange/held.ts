import { movesFrom } from '@demarche/engine';
import { type Case, type Compiled, compileCase, evaluateExpression } from '../../src/index.ts';

/** A conflict as sets, so that two can be compared whatever they are written in. States are codes over options of one owner. */
export type Held = {
  readonly states: readonly number[];
  /** Per actor, the bits of its options. */
  readonly own: readonly number[];
  /** Per actor, per state: where it can go alone. */
  readonly moves: readonly (readonly (readonly number[])[])[];
  /** Per actor, per state: its place in the order, from 0. */
  readonly order: readonly (readonly number[])[];
};

const dense = (numbers: readonly number[]) => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return numbers.map((one) => sorted.indexOf(one));
};

/** What a format holds of a case, told from the definitions: every combination of options is looked at. */
export function heldOf(
  found: Case,
  profile: Readonly<Record<string, string>>,
  scenario: string | null,
  oneWay: boolean,
): Held {
  const under = found.scenarios.find(({ id }) => id === scenario);
  const now = new Set(found.now ?? []);
  const stands = (id: string) => under?.fix[id] ?? under?.start[id] ?? now.has(id);
  const single = found.options.map((_, k) => k).filter((k) => found.options[k]!.mode === 'single');
  const full = (code: number) =>
    found.options.reduce((sum, { id }, k) => {
      const at = single.indexOf(k);
      return sum + ((at < 0 ? stands(id) : ((code >> at) & 1) === 1) ? 2 ** k : 0);
    }, 0);
  const feasible = (code: number) =>
    single.every((k, at) => {
      const fixed = under?.fix[found.options[k]!.id];
      return fixed === undefined || fixed === (((code >> at) & 1) === 1);
    }) &&
    !found.impossible.some(({ expression }) => evaluateExpression(found, expression, full(code), scenario));
  const states = [...Array(2 ** single.length).keys()].filter(feasible);
  const compiled = compileCase(found, scenario);
  const position = new Map([...compiled.structure.codes].map((code, state) => [code, state]));
  const own = found.actors.map((_, i) =>
    single.reduce((mask, k, at) => (found.options[k]!.owners[0] === i ? mask | (1 << at) : mask), 0),
  );
  const mayFlip = (s: number, t: number) =>
    single.every((k, at) => {
      const [from, to] = [(s >> at) & 1, (t >> at) & 1];
      const { direction } = found.options[k]!;
      return from === to || !oneWay || direction === 'both' || (direction === 'forward') === (to === 1);
    });
  const movesOf = (mask: number) => {
    const cells = Map.groupBy(states, (code) => code & ~mask);
    return states.map((s) => cells.get(s & ~mask)!.filter((t) => t !== s && mayFlip(s, t)));
  };
  return {
    states,
    own,
    moves: own.map(movesOf),
    order: found.actors.map(({ id }, i) => {
      const ranks = compiled.ranks(i, profile[id]!);
      return dense(states.map((code) => ranks[position.get(full(code))!]!));
    }),
  };
}

/** A compiled case with one reading an actor, the same way. */
export function heldIn(compiled: Compiled): Held {
  const { structure, case: found } = compiled;
  const { codes } = structure;
  return {
    states: [...codes],
    own: [...structure.mine],
    moves: found.actors.map((_, i) =>
      Array.from(codes, (_, state) =>
        [...movesFrom(structure, i, state)].map((to) => codes[to]!).sort((a, b) => a - b),
      ),
    ),
    order: found.actors.map((_, i) => dense([...compiled.ranks(i, found.readings[i]![0]!.id)])),
  };
}
