import type { Path } from '@demarche/case';

/** A part of the model, as the screen divides it. `sections` are keys of the file whose diagnostics belong there. */
export type PartInfo = {
  readonly id: string;
  readonly title: string;
  /** What it is, for somebody who meets it for the first time. */
  readonly help: string;
  readonly sections: readonly string[];
};

export const partInfos = [
  {
    id: 'case',
    title: 'The case',
    help: 'What the conflict is called, as of when it is described, and what it is about.',
    sections: ['title', 'as-of', 'summary', 'note', 'demarche'],
  },
  {
    id: 'actors',
    title: 'Actors and options',
    help: 'An actor is somebody who can act in the conflict. An option is a course of action that it takes or does not take.',
    sections: ['actors', 'joint', 'opens', 'binds', 'irreversible', 'states'],
  },
  {
    id: 'terms',
    title: 'Facts and terms',
    help: 'A fact is a circumstance that nobody moves. A term is a name for something that matters, usable wherever an expression is.',
    sections: ['facts', 'terms'],
  },
  {
    id: 'impossible',
    title: 'What cannot be',
    help: 'States that logic or physics rule out. What somebody merely would not do belongs into the readings.',
    sections: ['impossible', 'coalesce'],
  },
  {
    id: 'now',
    title: 'Where things stand',
    help: 'The options taken and the facts that hold now, and scenarios: the same conflict under other circumstances.',
    sections: ['now', 'scenarios'],
  },
  {
    id: 'readings',
    title: 'Readings',
    help: 'A reading is a hypothesis of what an actor wants, with who holds it. Its priorities stand in order, the most important first.',
    sections: ['readings'],
  },
  {
    id: 'beliefs',
    title: 'Beliefs',
    help: 'Which reading an actor takes another to have, and what an actor does not see. Where nothing is said, it goes by the reading under analysis.',
    sections: ['beliefs', 'unaware', 'unperceived'],
  },
  {
    id: 'questions',
    title: 'Questions',
    help: 'What you want to know: whether something holds where things come to rest, or who gains.',
    sections: ['questions'],
  },
] as const satisfies readonly PartInfo[];

export type PartId = (typeof partInfos)[number]['id'];

/** The part that a path belongs to; undefined for what other screens show (sources, statements, evidence). */
export function partOf(path: Path): PartId | undefined {
  const section = String(path[0] ?? '');
  return partInfos.find(({ sections }) => (sections as readonly string[]).includes(section))?.id;
}
