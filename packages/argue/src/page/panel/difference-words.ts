import type { Difference } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, nameWords, quoted } from '@demarche/report/words';
import { labelOf, lineWords } from '../version/words.ts';

/** What a reader judges otherwise than the author, of what a reader can change. */
export function differenceWords(found: Case, shown: Case, { kind, id, one, other }: Difference): string {
  switch (kind) {
    case 'now':
      return found.graph
        ? stateWords(found, shown, other)
        : nowWords(found, shown, id.slice('now.'.length), other);
    case 'belief':
      return beliefWords(found, shown, id, other);
    case 'priority':
      return lineMovedWords(found, shown, id, one, other);
    default:
      return kind;
  }
}

function stateWords(found: Case, shown: Case, state: string): string {
  const at = found.graph!.states.findIndex(({ id }) => id === state);
  return `things are now in ${quoted(shown.graph!.states[at]!.name)}`;
}

function nowWords(found: Case, shown: Case, id: string, other: string): string {
  const all = [...found.options, ...found.facts];
  const names = [...shown.options, ...shown.facts];
  const name = names[all.findIndex((one) => one.id === id)]!.id;
  return `${nameWords(shown, name)} is ${other.startsWith('not ') ? 'not ' : ''}so now`;
}

function beliefWords(found: Case, shown: Case, id: string, reading: string): string {
  for (const [holder, { id: h }] of found.actors.entries())
    for (const [about, { id: a }] of found.actors.entries())
      if (id === `beliefs.${h}.${a}`) {
        const [who, whom] = [actorName(shown, holder), actorName(shown, about)];
        return reading === ''
          ? `${who} reads ${whom} aright`
          : `${who} takes ${whom} to be ${quoted(labelOf(found, shown, about, reading))}`;
      }
  return 'a belief';
}

function lineMovedWords(found: Case, shown: Case, id: string, one: string, other: string): string {
  const [from, to] = [one, other].map((said) => Number(/\(place (\d+)\)$/.exec(said)?.[1]));
  for (const [actor, readings] of found.readings.entries())
    for (const [reading, { id: name }] of readings.entries())
      if (id.startsWith(`${found.actors[actor]!.id}.${name}.`)) {
        const who = `${actorName(shown, actor)}, ${quoted(shown.readings[actor]![reading]!.label)}`;
        return `${who}: ${lineWords(shown, actor, reading, from! - 1)} from place ${from} to ${to}`;
      }
  return 'an order';
}
