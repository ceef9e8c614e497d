export type { CaseFile, OnDisk } from './case-file.ts';
export { pageFolder } from './page.ts';
export { type Served, type ServeOptions, serve } from './serve.ts';
export { singleFile } from './single.ts';
