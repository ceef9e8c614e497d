import type { Case, Priority, Reading } from '@demarche/case';
import type { Profile } from '../answer/result.ts';
import type { Played, Unit } from './edit.ts';

/**
 * Every way to move one priority of an actor's reading under analysis, the shortest first. Swapping neighbours is one change,
 * though either of the two may be said to move. Two moves in one list are made one after the other, each by its distance.
 */
export function reorders(found: Case, profile: Profile): readonly Unit[] {
  return found.actors.flatMap(({ id }, actor) => {
    const reading = found.readings[actor]!.find((one) => one.id === profile[id]);
    if (reading?.order.kind !== 'prefers') return [];
    const { priorities } = reading.order;
    const units: Unit[] = [];
    for (let by = 1; by < priorities.length; by++)
      for (let at = 0; at < priorities.length; at++) {
        if (at + by < priorities.length) units.push(moved(found, actor, reading, priorities, at, by));
        if (at - by >= 0 && by > 1) units.push(moved(found, actor, reading, priorities, at, -by));
      }
    return units;
  });
}

function moved(
  found: Case,
  actor: number,
  reading: Reading,
  priorities: readonly Priority[],
  at: number,
  steps: number,
): Unit {
  const past = steps > 0 ? priorities.slice(at + 1, at + steps + 1) : priorities.slice(at + steps, at);
  const by = Math.abs(steps);
  return {
    change: {
      kind: 'reorder',
      actor: found.actors[actor]!.id,
      reading: reading.id,
      priority: at,
      way: steps > 0 ? 'down' : 'up',
      by,
      that: words(priorities[at]!),
      past: past.map(words),
    },
    swaps: by,
    apply: (played) => withMove(played, actor, reading.id, priorities[at]!, steps),
  };
}

function withMove(
  { found, scenario }: Played,
  actor: number,
  id: string,
  priority: Priority,
  steps: number,
): Played | undefined {
  const own = found.readings[actor]!;
  const reading = own.find((one) => one.id === id);
  if (reading?.order.kind !== 'prefers') return undefined;
  const list = [...reading.order.priorities];
  const at = list.indexOf(priority);
  if (at + steps < 0 || at + steps >= list.length) return undefined;
  list.splice(at, 1);
  list.splice(at + steps, 0, priority);
  const after: Reading = { ...reading, order: { kind: 'prefers', priorities: list } };
  const readings = found.readings.map((one, i) =>
    i === actor ? own.map((r) => (r === reading ? after : r)) : one,
  );
  return { found: { ...found, readings }, scenario };
}

function words({ that }: Priority): string {
  return that.map(({ text }) => text).join(' | ');
}
