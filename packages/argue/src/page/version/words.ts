import type { Case } from '@demarche/case';
import { actorName, formulaText, nameWords, quoted } from '@demarche/report/words';
import { withBelief, withNow, withState, writtenBelief } from './change.ts';
import type { Version } from './version.ts';

/** One thing that a reader sees otherwise, and the version without it. */
export type Departure = { readonly words: string; readonly undone: Version };

/** What a version changes, in words; `shown` is the case as it is named on the page. */
export function departuresOf(found: Case, shown: Case, version: Version): readonly Departure[] {
  const names = [...found.options, ...found.facts].map(({ id }) => id);
  const shownNames = [...shown.options, ...shown.facts].map(({ id }) => id);
  const now = Object.entries(version.now).map(([id, holds]) => ({
    words: `${nameWords(shown, shownNames[names.indexOf(id)]!)} is ${holds ? '' : 'not '}so now`,
    undone: withNow(found, version, id, !holds),
  }));
  const state =
    version.state === undefined
      ? []
      : [
          {
            words: `things are now in ${quoted(shown.graph!.states[found.graph!.states.findIndex(({ id }) => id === version.state)]!.name)}`,
            undone: withState(found, version, found.now![0]!),
          },
        ];
  const orders = version.orders.map((one) => ({
    words: `${actorName(shown, one.actor)}, ${quoted(shown.readings[one.actor]![one.reading]!.label)}: ${movedWords(shown, one)}`,
    undone: { ...version, orders: version.orders.filter((other) => other !== one) },
  }));
  const beliefs = version.beliefs.map(({ holder, about, reading }) => ({
    words:
      reading === null
        ? `${actorName(shown, holder)} reads ${actorName(shown, about)} aright`
        : `${actorName(shown, holder)} takes ${actorName(shown, about)} to be ${quoted(labelOf(found, shown, about, reading))}`,
    undone: withBelief(found, version, holder, about, writtenBelief(found, holder, about)),
  }));
  return [...now, ...state, ...orders, ...beliefs];
}

/** The label that a reading has on the page. */
export function labelOf(found: Case, shown: Case, actor: number, reading: string): string {
  const k = found.readings[actor]!.findIndex(({ id }) => id === reading);
  return shown.readings[actor]![k]?.label ?? reading;
}

/** What a line of priorities says. */
export function lineWords(shown: Case, actor: number, reading: number, line: number): string {
  const { order } = shown.readings[actor]![reading]!;
  if (order.kind !== 'prefers') return '';
  return order.priorities[line]!.that.map((one) => formulaText(shown, one)).join('; ');
}

/** The lines that stand higher than they were written. */
function movedWords(shown: Case, { actor, reading, order }: Version['orders'][number]): string {
  const up = order.flatMap((line, at) => (at < line ? [{ line, at }] : []));
  return up
    .map(({ line, at }) => `${lineWords(shown, actor, reading, line)} from place ${line + 1} to ${at + 1}`)
    .join('; ');
}
