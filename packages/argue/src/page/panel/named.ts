import type { Rule } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { factorActor } from '@demarche/report/words';

/** Ids of the case as written, as those of the case that is shown: the same, or without names. */
export type Named = {
  readonly factor: (factor: string) => string;
  readonly rules: (rules: readonly Rule[]) => readonly Rule[];
};

export function namedFor(found: Case, shown: Case): Named {
  const actorAt = (id: string) => found.actors.findIndex((one) => one.id === id);
  const factor = (name: string) => {
    const actor = factorActor(name);
    return actor === undefined ? name : `reading of ${shown.actors[actorAt(actor)]!.id}`;
  };
  const shownValue = (name: string, value: string | null) => {
    const actor = factorActor(name);
    if (value === null || name === 'beliefs') return value;
    if (actor === undefined) return shown.scenarios[found.scenarios.findIndex(({ id }) => id === value)]!.id;
    const i = actorAt(actor);
    return shown.readings[i]![found.readings[i]!.findIndex(({ id }) => id === value)]!.id;
  };
  return {
    factor,
    rules: (rules) =>
      rules.map(({ answer, when }) => ({
        answer,
        when: when.map((one) => ({
          factor: factor(one.factor),
          values: one.values.map((value) => shownValue(one.factor, value)),
        })),
      })),
  };
}
