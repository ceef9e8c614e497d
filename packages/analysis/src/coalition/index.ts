export { everyCoalition, membersOf } from './members.ts';
export { dealsOverHeads } from './over-heads.ts';
export type * from './result.ts';
export { type CoalitionOptions, settleCoalitions } from './settle.ts';
export { isCoalitionStable } from './stable.ts';
