export { type ReportOptions, reportHtml } from './report.ts';
export type { OwnTexts } from './statements.ts';
