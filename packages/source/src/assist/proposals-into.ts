import { anchorHash, type Case, type Edit, freshIds, type Value } from '@demarche/case';
import { samePassage } from '../into/same-passage.ts';
import { voicesOf } from '../into/voices.ts';
import type { Range, Reading } from '../statement.ts';
import { speakerAt } from './speaker-at.ts';
import type { Refused, Vetted } from './vet.ts';

export type ProposalAdded = Range & {
  readonly id: string;
  readonly by: string;
  readonly kind: string;
  readonly gist: string;
  /** Whom the reader of rules takes for the speaker, where that is somebody else. */
  readonly otherwise?: string;
};

/**
 * What proposals add to a case that has their source: statements marked as proposed. A passage that is coded, proposed or was decided
 * on is not proposed again. Those on whose speaker the reader of rules disagrees come first in the list.
 */
export function proposalsInto(
  found: Case,
  source: { readonly id: string; readonly text: string },
  reading: Reading,
  vetted: readonly Vetted[],
  model: string,
): {
  readonly added: readonly ProposalAdded[];
  readonly refused: readonly Refused[];
  readonly edits: readonly Edit[];
} {
  const points = Array.from(source.text);
  const fresh = freshIds(found);
  const voice = voicesOf(found);
  const other = speakerAt(found, reading);
  const added: ProposalAdded[] = [];
  const refused: Refused[] = [];
  const statements: Record<string, Value> = {};
  const coded = [...found.statements.filter(({ kind, gist }) => kind ?? gist), ...found.proposals];
  for (const one of vetted) {
    const at = { start: one.start, end: one.end };
    const words = points.slice(at.start, at.end).join('');
    const hash = anchorHash(words);
    const same = coded.find(
      (known) => known.in === source.id && known.at && samePassage(points, known.at, at),
    );
    const before = found.decided.find((known) => known.in === source.id && known.hash === hash);
    if (same || before) {
      const reason = same
        ? `it is ${same.id} of the case`
        : `it was ${before!.decision} before as ${before!.statement}`;
      refused.push({ quotation: words.slice(0, 80).toWellFormed(), reason });
      continue;
    }
    const speaker = reading.speakers.find(({ name, aliases }) => [name, ...aliases].includes(one.speaker));
    const { by } = voice(
      speaker ?? { id: '', name: one.speaker, kind: 'person', aliases: [], roles: [], affiliations: [] },
    );
    const otherwise = other(at);
    const id = fresh();
    added.push({
      ...{ ...at, id, by, kind: one.kind, gist: one.gist },
      ...(otherwise === undefined || otherwise === by ? {} : { otherwise }),
    });
    statements[id] = {
      ...{ in: source.id, at: `${at.start}..${at.end}`, hash, by, kind: one.kind, gist: one.gist },
      proposed: model,
    };
  }
  return {
    added: [
      ...added.filter(({ otherwise }) => otherwise !== undefined),
      ...added.filter(({ otherwise }) => otherwise === undefined),
    ],
    refused,
    edits: [{ kind: 'extend', path: ['statements'], value: statements }],
  };
}
