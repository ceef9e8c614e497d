export { dealsOverHeadsSection, type HeadDealsOf } from './over-heads.ts';
export type { OwnTexts } from './passages.ts';
export { type ReportOptions, reportHtml } from './report.ts';
export { sweepHtml, sweepSection } from './sweep.ts';
