import type { Model } from '../src/model.ts';
import type { Structure } from '../src/structure.ts';
import { feasibleStates } from './reference/conflict.ts';
import { reference } from './reference-solver.ts';
import { solverConformance } from './suites/solver-conformance.ts';

// The reference reads only the model and the codes.
const structureOf = (model: Model) =>
  ({ model, actors: model.actors, codes: Uint32Array.from(feasibleStates(model)) }) as unknown as Structure;

solverConformance('the reference', reference, structureOf, {
  skip: [{ part: 'random conflicts', reason: 'it would be compared with itself' }],
});
