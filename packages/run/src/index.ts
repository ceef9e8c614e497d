export { here } from './here.ts';
export { most, threads } from './threads.ts';
