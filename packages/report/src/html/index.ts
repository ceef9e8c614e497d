export { dataTag, type Live } from './document.ts';
export type { EvidenceOn } from './evidence.ts';
export { plainText } from './markup.ts';
export { type MoreOptions, reportMoreOf } from './more.ts';
export { dealsOverHeadsSection, type HeadDealsOf } from './over-heads.ts';
export { parts } from './parts.ts';
export { type OwnTexts, type Passages, passagesOf } from './passages.ts';
export { type ReportMore, type ReportOptions, reportBody, reportHtml } from './report.ts';
export { sweepHtml, sweepSection } from './sweep.ts';
