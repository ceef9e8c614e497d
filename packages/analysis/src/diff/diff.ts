import type { Case } from '@demarche/case';
import { headlineConcepts } from '../answer/answer-grid.ts';
import { sharedChanges } from '../crux/differences.ts';
import { type AnswersOptions, answerChanges } from './answers.ts';
import { groundsDifferences } from './grounds.ts';
import { type Item, itemDifferences, itemsOf } from './items.ts';
import { placeOf } from './places.ts';
import type { CaseDiff, CaseDifference, DiffKind } from './result.ts';

/** In what two cases differ, with places, and what becomes of the answers. */
export function diffCases(one: Case, other: Case, options: Partial<AnswersOptions> = {}): CaseDiff {
  return {
    differences: caseDifferences(one, other),
    ...answerChanges(one, other, { concepts: headlineConcepts, agreements: 'any', ...options }),
  };
}

/** Judgement by judgement as `crux` compares them, and item by item what it does not compare; in the order of a case file. */
export function caseDifferences(one: Case, other: Case): readonly CaseDifference[] {
  const judged = sharedChanges(one, other).map((change): CaseDifference => {
    const { id, kind, one: here, other: there, becauseOne, becauseOther } = change;
    const [has, had] = [there !== '' || kind === 'now', here !== '' || kind === 'now'];
    return {
      id,
      kind,
      change: has && had ? 'changed' : has ? 'added' : 'removed',
      one: here,
      other: there,
      becauseOne,
      becauseOther,
      at: {
        ...(had ? { one: placeOf(change, one, 'one') } : {}),
        ...(has ? { other: placeOf(change, other, 'other') } : {}),
      },
    };
  });
  const there = new Map<DiffKind, readonly Item[]>(wholeOf(other));
  const items = wholeOf(one).flatMap(([kind, own]) => itemDifferences(kind, own, there.get(kind) ?? []));
  return [...judged, ...groundsDifferences(one, other), ...items].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** Items, and of terms, scenarios and questions what `crux` leaves out: those that one case alone has, and their names. */
function wholeOf(found: Case): readonly (readonly [DiffKind, readonly Item[]])[] {
  return [
    ...itemsOf(found),
    [
      'term',
      found.terms.map(({ id, name, text }) => ({
        id,
        path: ['terms', id],
        fields: { name },
        whole: { that: text },
      })),
    ],
    [
      'scenario',
      found.scenarios.map(({ id, label, because, note, start, fix }) => ({
        id,
        path: ['scenarios', id],
        because,
        fields: { label, note },
        whole: { start: switches(start), fix: switches(fix) },
      })),
    ],
    [
      'question',
      found.questions.map(({ id, ask, because, note, kind, holdsWhen }) => ({
        id,
        path: ['questions', id],
        because,
        fields: { ask, note },
        whole: { kind, 'holds when': holdsWhen?.text },
      })),
    ],
  ];
}

const switches = (table: Readonly<Record<string, boolean>>) =>
  Object.entries(table)
    .map(([id, on]) => (on ? id : `not ${id}`))
    .join(', ');

/** In the order of a case file. */
const kinds: readonly DiffKind[] = [
  'title',
  'source',
  'statement',
  'state',
  'actor',
  'option',
  'move',
  'fact',
  'term',
  'gate',
  'lock',
  'impossible',
  'one-way',
  'one-state',
  'now',
  'reading',
  'order',
  'priority',
  'belief',
  'unaware',
  'unperceived',
  'evidence',
  'look-for',
  'weighing',
  'move-seen',
  'scenario',
  'question',
];
