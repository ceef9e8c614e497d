export { NotBuilt, reportScript } from './script.ts';
