export { type Figure, imprintOf, type Origin, svgOf } from './html/figure.ts';
export { matrixFigure } from './html/matrix.ts';
export { sharesFigure } from './html/shares.ts';
export { waterfallFigure } from './html/waterfall.ts';
