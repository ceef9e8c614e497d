import { type ComponentType, lazy } from 'react';

/** A screen of the page: loaded when it is first shown. */
export type Screen = {
  /** Its place in the address, `#answers`. */
  readonly id: string;
  readonly title: string;
  /** Key that goes there, pressed after `g`. */
  readonly key: string;
  readonly view: ComponentType;
};

/** In the order of the work as a reader meets it: the answer first, the method behind. */
export const screens: readonly Screen[] = [
  {
    id: 'answers',
    title: 'Answers',
    key: 'a',
    view: lazy(async () => ({ default: (await import('./answers/Answers.tsx')).Answers })),
  },
  {
    id: 'source',
    title: 'Source',
    key: 's',
    view: lazy(async () => ({ default: (await import('./source/Source.tsx')).Source })),
  },
  {
    id: 'model',
    title: 'Model',
    key: 'o',
    view: lazy(async () => ({ default: (await import('./model/Model.tsx')).Model })),
  },
  {
    id: 'map',
    title: 'Map',
    key: 'm',
    view: lazy(async () => ({ default: (await import('./map/Map.tsx')).StateMap })),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    key: 'e',
    view: lazy(async () => ({ default: (await import('./evidence/Evidence.tsx')).Evidence })),
  },
];
