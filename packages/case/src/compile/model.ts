import type { Model, Program } from '@demarche/engine';
import type { Case, Formula } from '../case.ts';
import type { Situation } from './setting.ts';

/** The conflict of a case in the engine's integers. */
export function modelOf(found: Case, situation: Situation, program: (formula: Formula) => Program): Model {
  return {
    actors: found.actors.length,
    options: found.options.map(({ owners, mode, direction, gate, lock }) => ({
      owners,
      mode,
      direction,
      ...(gate ? { gate: program(gate) } : {}),
      ...(lock ? { lock: program(lock) } : {}),
    })),
    impossible: found.impossible.map(program),
    ...(situation.fixed.length > 0 ? { fixed: situation.fixed } : {}),
  };
}
