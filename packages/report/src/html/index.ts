export type { EvidenceOn } from './evidence.ts';
export { type MoreOptions, reportMoreOf } from './more.ts';
export { dealsOverHeadsSection, type HeadDealsOf } from './over-heads.ts';
export { parts } from './parts.ts';
export type { OwnTexts } from './passages.ts';
export { type ReportMore, type ReportOptions, reportHtml } from './report.ts';
export { sweepHtml, sweepSection } from './sweep.ts';
