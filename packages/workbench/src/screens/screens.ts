import { type ComponentType, lazy } from 'react';

/** A screen of the page: loaded when it is first shown. */
export type Screen = {
  /** Its place in the address, `#answers`. */
  readonly id: string;
  readonly title: string;
  /** Key that goes there, pressed after `g`. */
  readonly key: string;
  readonly view: ComponentType;
  /** It shows the case as it is written, with its names. */
  readonly named: boolean;
  /** Fetches the screen, so that it is there when the server is not. */
  readonly fetch: () => Promise<unknown>;
};

function screen(
  id: string,
  title: string,
  key: string,
  load: () => Promise<ComponentType>,
  named = false,
): Screen {
  return { id, title, key, named, fetch: load, view: lazy(async () => ({ default: await load() })) };
}

/** In the order of the work as a reader meets it: the answer first, the method behind. */
export const screens: readonly Screen[] = [
  screen('answers', 'Answers', 'a', async () => (await import('./answers/Answers.tsx')).Answers),
  screen('source', 'Source', 's', async () => (await import('./source/Source.tsx')).Source, true),
  screen('model', 'Model', 'o', async () => (await import('./model/Model.tsx')).Model, true),
  screen('map', 'Map', 'm', async () => (await import('./map/Map.tsx')).StateMap),
  screen('evidence', 'Evidence', 'e', async () => (await import('./evidence/Evidence.tsx')).Evidence),
  screen('report', 'Report', 'r', async () => (await import('./report/Report.tsx')).Report),
  screen(
    'interview',
    'Questions',
    'q',
    async () => (await import('./interview/Interview.tsx')).Interview,
    true,
  ),
  screen('start', 'Start', 'n', async () => (await import('./start/Start.tsx')).Start),
];
