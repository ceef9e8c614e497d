export { everyCoalition, membersOf } from './members.ts';
export { dealsOverHeads } from './over-heads.ts';
export type * from './result.ts';
export type { Outsiders } from './sanctions.ts';
export { type CoalitionOptions, coalitionLimits, settleCoalitions } from './settle.ts';
export { type CoalitionTable, coalitionsOf } from './stable.ts';
