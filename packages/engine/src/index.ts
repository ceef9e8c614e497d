export { type Arcs, type MoveGraph, mostArcs, moveGraphOf } from './arcs.ts';
export { type BackEndName, backEndFor, backEnds, refusal } from './back-end.ts';
export { byWeightOnce } from './by-weight.ts';
export type { Cells, Links } from './cells.ts';
export { type Closed, closedUnder, leastIn } from './closed.ts';
export { leastByImprovements, leastByMoves, othersThan } from './closure.ts';
export { coalesce, partsOf } from './coalesce.ts';
export { compact } from './compact.ts';
export { leastByRule } from './concepts/least-by-rule.ts';
export { type Expected, foresight, type NonMyopic, nonMyopic } from './concepts/limited.ts';
export {
  type ConceptName,
  compareConcepts,
  everyConcept,
  farthest,
  horizonOf,
  isConceptName,
  isSolverConcept,
} from './concepts/name.ts';
export { type ConceptWitness, witnessesUnder } from './concepts/reasons.ts';
export { ruleWalk } from './concepts/rule-walk.ts';
export { readsRule, type SanctionRule, sanctionRules } from './concepts/sanction-rule.ts';
export { type Landing, simultaneityOf, type Together, unstableAt } from './concepts/simultaneous.ts';
export { isDefinedOn, levelByRule, type Stability, stabilityOf } from './concepts/stable.ts';
export { type SharedWork, sharedWork } from './dense/shared.ts';
export { dense, denseScalar } from './dense.ts';
export { type Ensemble, ensembleOf, lanes, mostEnsembleStates } from './ensemble/ensemble.ts';
export {
  drawnOrder,
  type Lines,
  mostOrderedLines,
  type OrderedEnsemble,
  orderedEnsembleOf,
} from './ensemble/orders.ts';
export { feasibleCodes, mostOptions, mostStates, TooLarge } from './feasible.ts';
export { type GraphModel, graphStructureOf } from './graph.ts';
export { type Arrival, legalWalk, stepsTo } from './legal-walk.ts';
export { greatestFrom, greatestReached, type Levels, lesser, levelsOf, stableByLevel } from './levels.ts';
export type { Direction, Model, OptionSpec } from './model.ts';
export { improvementsFrom, isSingleMove, movesFrom, stepsOf } from './moves.ts';
export { stabilityOn } from './on-runner.ts';
export { type Draws, drawsOf, philox } from './philox.ts';
export { plain } from './plain.ts';
export type { States } from './planes/columns.ts';
export { evaluate, evaluateWords, holds, op, optionsOf, type Program } from './program.ts';
export { rankByClasses } from './ranks/by-classes.ts';
export { type Priority, rankByPriorities } from './ranks/by-priorities.ts';
export { rankByScores, type Score } from './ranks/by-scores.ts';
export { denseRanks } from './ranks/dense.ts';
export { type Reach, reachFrom, type Step, type TieOrder } from './reach.ts';
export type { Cancel, Job, Runner } from './runner.ts';
export { type Concept, concepts, flag, type Ranks, type Solver, stabilityOfAll } from './solver.ts';
export { type Coalesced, positionOf, type Structure, structureOf, structureOfCodes } from './structure.ts';
export { substructureOf } from './substructure.ts';
export { feasibility, optionsThatMatter, ownOptions, type Unlisted } from './unlisted/conflict.ts';
export { coverOf } from './unlisted/cover.ts';
export {
  type Cube,
  type CubeLimits,
  type CubeSolver,
  type CubesEnd,
  type Names,
  Refused,
  statesIn,
} from './unlisted/cube-solver.ts';
export { feasibleWords, type Listed, listedOf, mostListed, wordsAt } from './unlisted/listed.ts';
export { mostOwnOptions, type OwnMoves, ownMoves, readsOwn } from './unlisted/moves.ts';
export {
  type Comparing,
  comparing,
  type Preference,
  programsOf,
  readingOnly,
} from './unlisted/preference.ts';
export {
  improvementsOf,
  isNash,
  mostLooked,
  type StableAt,
  stableAt,
  type WordStep,
  type WordWitness,
} from './unlisted/stable-at.ts';
export { bitOf, codeOf, keyOf, setBit, type Words, wordsFor, wordsOf } from './unlisted/words.ts';
export { sanctionOf, type Witness, witnessesOf } from './witness.ts';
