import type { Profile } from '@demarche/analysis';
import type { Case, Reading } from '@demarche/case';

/** “like this”: what a case calls something, as against what the program says of it. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

export function actorName(found: Case, actor: string | number): string {
  const one = typeof actor === 'number' ? found.actors[actor] : found.actors.find(({ id }) => id === actor);
  return one?.name ?? String(actor);
}

export function actorNames(found: Case, actors: readonly (string | number)[]): string {
  return listed(actors.map((actor) => actorName(found, actor)));
}

export function readingsOf(found: Case, actor: string): readonly Reading[] {
  return found.readings[found.actors.findIndex(({ id }) => id === actor)] ?? [];
}

export function readingOf(found: Case, actor: string, reading: string): Reading | undefined {
  return readingsOf(found, actor).find(({ id }) => id === reading);
}

export function readingLabel(found: Case, actor: string, reading: string): string {
  return readingOf(found, actor, reading)?.label ?? reading;
}

/** `held by A and B`, or that the case names nobody. */
export function heldBy(reading: Reading): string {
  return reading.heldBy.length > 0 ? `held by ${listed(reading.heldBy)}` : 'nobody is named as holding it';
}

/** `as things stand`, or `where “The lining is unsafe” holds`. */
export function scenarioWords(found: Case, scenario: string | null): string {
  return scenario === null ? 'as things stand' : `where ${quoted(scenarioLabel(found, scenario))} holds`;
}

export function scenarioLabel(found: Case, scenario: string | null): string {
  if (scenario === null) return 'As things stand';
  return found.scenarios.find(({ id }) => id === scenario)?.label ?? scenario;
}

/** Whether an actor has more than one reading, so that which one is taken has to be said. */
export function isQuestioned(found: Case, actor: string): boolean {
  return readingsOf(found, actor).length > 1;
}

/** `Torvale is read as “Wants an income” and …, as things stand`; actors with one reading go without saying. */
export function profileWords(found: Case, profile: Profile, scenario: string | null): string {
  const read = found.actors
    .filter(({ id }) => isQuestioned(found, id))
    .map(({ id, name }) => `${name} is read as ${quoted(readingLabel(found, id, profile[id]!))}`);
  return [...(read.length > 0 ? [listed(read)] : []), scenarioWords(found, scenario)].join(', ');
}
