import { coalesce, type Program, type Structure, TooLarge } from '@demarche/engine';
import type { Case, Formula } from '../case.ts';
import { limits } from '../limits.ts';
import { LimitError } from './limit.ts';

/** The structure with what the case coalesces made one state; the structure itself where that joins no two states. */
export function coalesced(base: Structure, found: Case, program: (formula: Formula) => Program): Structure {
  if (found.coalesce.length === 0) return base;
  const refuse = (what: string, estimate: number) =>
    new LimitError('too-large', `${what} (limit coalesced)`, estimate);
  if (base.codes.length > limits.coalesced)
    throw refuse(
      `${base.codes.length} feasible states before coalescing: at most ${limits.coalesced} can be gone through`,
      base.codes.length,
    );
  try {
    const joined = coalesce(base, found.coalesce.map(program));
    return joined.codes.length === base.codes.length ? base : joined;
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    throw refuse(error.message, error.estimate);
  }
}

/**
 * Ranks of coalesced states from those of the states that they are made of. Throws where an actor ranks two of these differently,
 * which `check` reports at its place.
 */
export function ranksTogether(structure: Structure, single: Uint32Array, whose: string): Uint32Array {
  if (!structure.coalesced) return single;
  const { part } = structure.coalesced;
  const ranks = new Uint32Array(structure.codes.length);
  single.forEach((rank, state) => {
    const whole = part[state]!;
    if (ranks[whole] !== 0 && ranks[whole] !== rank) throw new RankedApart(whose);
    ranks[whole] = rank;
  });
  return ranks;
}

/** States were to be one that an actor ranks differently: an order or a `coalesce` was changed since the case was read. */
export class RankedApart extends Error {
  constructor(whose: string) {
    super(`${whose} ranks states differently that are coalesced`);
    this.name = 'RankedApart';
  }
}
