export { draw, rank } from './orders';
export { solve } from './solve';
