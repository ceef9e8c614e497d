export type { OwnTexts } from './passages.ts';
export { redactCase } from './redact.ts';
export { type ReportOptions, reportHtml } from './report.ts';
export { sweepHtml, sweepSection } from './sweep.ts';
