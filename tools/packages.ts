/** In the order of the floors: each is built on those before it. */
export const packages = [
  'engine',
  'case',
  'symbolic',
  'run',
  'source',
  'analysis',
  'report',
  'argue',
  'workbench',
  'cli',
] as const;
