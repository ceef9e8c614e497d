import { type Compiled, codeByRole, roleOrder } from '@demarche/case';
import type { TieOrder } from '@demarche/engine';

/** Which of several equals is told, by the parts they play in the case and not by where the file puts them: the smaller first. */
export type Telling = {
  /** Tells one order from another. */
  readonly name: string;
  /** Of a state, by position. */
  readonly state: (state: number) => number;
  /** Per actor. */
  readonly actor: readonly number[];
};

/** By position. */
export const asListed: Telling = { name: '', state: (state) => state, actor: [] };

export function tellingOf({ case: found, structure }: Pick<Compiled, 'case' | 'structure'>): Telling {
  const code = codeByRole(found);
  const actor = new Array<number>(found.actors.length).fill(0);
  roleOrder(found).actors.forEach((i, place) => {
    actor[i] = place;
  });
  const name = `${actor} ${roleOrder(found).options}`;
  return { name, state: (state) => code(structure.codes[state]!), actor };
}

/** The same for the engine. */
export function tieOrder(compiled: Compiled): TieOrder {
  return { actors: roleOrder(compiled.case).actors, before: byState(tellingOf(compiled)) };
}

export function byState({ state }: Telling): (a: number, b: number) => number {
  return (a, b) => state(a) - state(b);
}

export function inTellingOrder({ actor }: Telling, actors: readonly number[]): readonly number[] {
  if (actor.length === 0 && actors.every((one, k) => k === 0 || actors[k - 1]! < one)) return actors;
  return [...actors].sort((a, b) => (actor[a] ?? a) - (actor[b] ?? b));
}
