export { type Assistant, ask } from './assist/ask.ts';
export { mayConnect } from './fetch/address.ts';
export { type Fetched, type FetchOptions, fetchPage } from './fetch/fetch-page.ts';
export { isAddress, type LoadOptions, loadSource } from './load-source.ts';
export { type Bounds, textApart } from './text-in/apart.ts';
