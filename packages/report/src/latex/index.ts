export { settleLatex } from './settle.ts';
