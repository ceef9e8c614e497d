import type { Texts } from '@demarche/case';

type Brought = { readonly text: string; readonly texts: Texts };

/** A case that the page brings, loaded when it is chosen. */
export type Example = {
  readonly title: string;
  readonly words: string;
  readonly load: () => Promise<Brought>;
};

export const examples: readonly Example[] = [
  {
    title: 'What does Russia want from the talks over Ukraine?',
    words: 'One news analysis of March 2025: who believes what of whom, and what a ceasefire hangs on.',
    load: () => import('demarche:case/ukraine-talks-2025'),
  },
  {
    title: 'A tunnel that sleeps at night',
    words: 'The tutorial’s case, invented, with its source: three parties, a lease, a bar at night.',
    load: () => import('demarche:case/tutorial'),
  },
  {
    title: 'The Cuban missile crisis',
    words: 'The method’s first textbook example: two parties, four options.',
    load: () => import('demarche:case/published/cuba-1962'),
  },
  {
    title: 'The Elmira conflict',
    words: 'A ministry, a firm and a local government over an order to clean up.',
    load: () => import('demarche:case/published/elmira-options'),
  },
];

export const templates: readonly Example[] = [
  {
    title: 'A ceasefire',
    words: 'Two sides and a mediator with observers.',
    load: () => import('demarche:case/templates/ceasefire'),
  },
  {
    title: 'Hostages',
    words: 'A group, a government, a go-between.',
    load: () => import('demarche:case/templates/hostages'),
  },
  {
    title: 'Water',
    words: 'Two countries on one river, and a drought.',
    load: () => import('demarche:case/templates/water'),
  },
  {
    title: 'A strike',
    words: 'A union, a firm, a city.',
    load: () => import('demarche:case/templates/strike'),
  },
  {
    title: 'A coalition',
    words: 'Three parties, none with a majority.',
    load: () => import('demarche:case/templates/coalition'),
  },
];
