export { dealsOverHeadsBlocks } from './over-heads.ts';
export { reportMarkdown } from './report.ts';
