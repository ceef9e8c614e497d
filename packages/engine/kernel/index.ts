export { components } from './components';
export { flags } from './flags';
export { append, lookUp } from './keys';
export { order16, order8 } from './order';
export { solve16, solve8 } from './solve';
export { copy, fill, greatest, least, raise } from './values';
