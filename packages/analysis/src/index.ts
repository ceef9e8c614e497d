export {
  answersAt,
  type Combination,
  type CombinationSettings,
} from './answer/answer-at.ts';
export { answerCase, type Hanging, hangingOf } from './answer/answer-case.ts';
export {
  type AnsweredCells,
  type AnswerOptions,
  answerGrid,
  headlineConcepts,
} from './answer/answer-grid.ts';
export {
  type CaseAnswer,
  headlineOf,
  heldTo,
  misreadingMatters,
  type Robustness,
} from './answer/case-answer.ts';
export { answerCell } from './answer/cell.ts';
export { type CourseGraph, courseOf } from './answer/course.ts';
export { failedDeals, type Place } from './answer/failed-deals.ts';
export { type Arc, type Game, type GameTable, gamesOf } from './answer/game.ts';
export { type Ground, type Grounds, keptGrounds } from './answer/grounds.ts';
export { mostActorsOfGraph } from './answer/joint-graph.ts';
export { beliefsToAsk, mayMisread } from './answer/misread.ts';
export { pathOnCourse } from './answer/path.ts';
export type * from './answer/result.ts';
export { verdictOf } from './answer/verdict.ts';
export * from './coalition/index.ts';
export * from './crux/index.ts';
export * from './diff/index.ts';
export { firstProfile, profilesOf } from './grid/profiles.ts';
export type * from './hinge/chance-result.ts';
export type { AnswerGrid } from './hinge/grid.ts';
export { hingeOf } from './hinge/hinge.ts';
export type * from './hinge/result.ts';
export { minimalRules, ruleFor } from './hinge/rules.ts';
export { shapleyEffects } from './hinge/shapley.ts';
export { type Variation, variationsOf } from './hinge/variation.ts';
export * from './invert/index.ts';
export { type PerceiveOptions, perceiveCase, perceiveCell } from './perceive/perceive.ts';
export { perceivedProfile, secondLevelProfile } from './perceive/profile.ts';
export type * from './perceive/result.ts';
export { type ReachOptions, reachCase } from './reach/reach.ts';
export type * from './reach/result.ts';
export { type LargeOptions, largeState, settleLarge, standardLarge } from './settle/large.ts';
export type * from './settle/large-result.ts';
export type * from './settle/result.ts';
export { reasonsAt, reasonsOf, type SettleOptions, settleCase, settleCaseOn } from './settle/settle.ts';
export { BackEndRefuses } from './settle/verdicts.ts';
export * from './sweep/index.ts';
export * from './weigh/index.ts';
export { type Chain, chainOf, voicesOf } from './why/chain.ts';
export { assumptionsOf, type Judgement, judgementsOf } from './why/judgements.ts';
export { type Uses, usesOf } from './why/uses.ts';
export { type Withdrawn, withoutItems } from './why/without.ts';
