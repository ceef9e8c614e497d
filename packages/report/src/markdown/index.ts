export { reportMarkdown } from './report.ts';
