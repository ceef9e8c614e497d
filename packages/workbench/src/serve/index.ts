export { pageFolder } from './page.ts';
