import { type Case, readCase } from '@demarche/case';
import { permuteCase, renameCase } from '../../../case/test/permute-case.ts';

/** What things of one case are called in another one of the same conflict. */
export type Translation = {
  readonly actor: (id: string) => string;
  /** Of the actor with this id. */
  readonly reading: (actor: string, id: string) => string;
  readonly scenario: (id: string | null) => string | null;
  readonly question: (id: string) => string;
  readonly statement: (id: string) => string;
  readonly code: (code: number) => number;
};

export const untranslated: Translation = {
  actor: (id) => id,
  reading: (_, id) => id,
  scenario: (id) => id,
  question: (id) => id,
  statement: (id) => id,
  code: (code) => code,
};

/** The same conflict with everything in it renamed and reordered, and how to get there. */
export function otherwiseTold(text: string, seed: number) {
  const { text: renamed, mapping } = renameCase(text, seed);
  const told = permuteCase(renamed, seed);
  const [found, other] = [readCase(text).case!, readCase(told).case!];
  const option = (id: string) => {
    const actor = id.split('.')[0]!;
    return id === actor ? mapping.names[id]! : `${mapping.actors[actor]}.${mapping.options[id]}`;
  };
  const translation: Translation = {
    actor: (id) => mapping.actors[id]!,
    reading: (actor, id) => mapping.readings[`${actor}.${id}`]!,
    scenario: (id) => (id === null ? null : mapping.scenarios[id]!),
    question: (id) => mapping.questions[id]!,
    statement: (id) => mapping.statements[id]!,
    code: codesOf(found, other, option),
  };
  return { text: told, mapping, found, other, translation };
}

function codesOf(found: Case, other: Case, option: (id: string) => string): (code: number) => number {
  const bits = found.options.map(({ id }) => 2 ** other.options.findIndex((one) => one.id === option(id)));
  return (code) => bits.reduce((sum, bit, k) => sum + (Math.floor(code / 2 ** k) % 2) * bit, 0);
}
