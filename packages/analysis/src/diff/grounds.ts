import type { Case, Path } from '@demarche/case';
import { type Judgement, judgementsOf } from '../why/judgements.ts';
import type { CaseDifference } from './result.ts';

/** Judgements that are compared by what they say; the others are items, and carry their grounds as a field. */
const kinds = ['gate', 'lock', 'one-way', 'term', 'impossible', 'one-state', 'priority', 'belief'] as const;
/** Known by what they say, wherever they stand. */
const lines: readonly string[] = ['impossible', 'one-state'];
type Kind = (typeof kinds)[number];

const keyOf = ({ kind, label, id, reading }: Judgement): string =>
  JSON.stringify([kind, label, lines.includes(kind) ? '' : (reading ?? id)]);

/** Judgements that both cases have, word for word, and that rest on other statements or carry another note. */
export function groundsDifferences(one: Case, other: Case): readonly CaseDifference[] {
  const there = new Map(judgementsOf(other).map((judgement) => [keyOf(judgement), judgement]));
  return judgementsOf(one).flatMap((judgement): readonly CaseDifference[] => {
    const kind = kinds.find((known) => known === judgement.kind);
    const match = there.get(keyOf(judgement));
    if (!kind || !match || groundsText(judgement) === groundsText(match)) return [];
    return [
      {
        id: `${judgement.id} (grounds)`,
        kind,
        change: 'changed',
        one: groundsText(judgement),
        other: groundsText(match),
        becauseOne: judgement.because,
        becauseOther: match.because,
        at: { one: pathOf(kind, judgement), other: pathOf(kind, match) },
      },
    ];
  });
}

function groundsText({ because, note }: Judgement): string {
  const rests = because.length === 0 ? 'rests on nothing' : `rests on ${because.join(', ')}`;
  return note === undefined ? rests : `${rests}; note: ${note}`;
}

function pathOf(kind: Kind, { id, reading }: Judgement): Path {
  const [section, ...rest] = id.split('.');
  const at = Number(rest.at(-1)) - 1;
  switch (kind) {
    case 'priority': {
      const [actor, name] = reading!.split('.');
      return ['readings', actor!, name!, 'prefers', at];
    }
    case 'impossible':
    case 'one-state':
      return [section!, at];
    case 'one-way':
      return ['irreversible'];
    case 'belief':
      return ['beliefs', ...rest];
    default:
      return [section!, rest.join('.')];
  }
}
