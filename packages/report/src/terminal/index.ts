export { type About, anchorCounts, anchorWords } from './about.ts';
export { answerText } from './answer.ts';
export { type CoveredSource, checkText } from './check.ts';
export { hingeText } from './hinge.ts';
export { columns, type Page, type Paint, type Part, pageFor, plain, type View, wrap } from './layout.ts';
export { reachText } from './reach.ts';
export { settleText } from './settle.ts';
export { usesText, whyText } from './why.ts';
