import { contradictionsOf } from './contradictions.ts';
import { passagesOf } from './passages.ts';
import { type Entity, peopleOf } from './people.ts';
import { pointsOf } from './points.ts';
import { resolverOf } from './resolve.ts';
import type { Contradiction, Mention, Range, Reading, Speaker, Statement } from './statement.ts';
import type { Span } from './token.ts';

export type ReadOptions = {
  /** Whether headings (short lines without a stop, in a text of several paragraphs) may hold statements. Default false. */
  readonly headings?: boolean;
};

/**
 * What a news text in English reports: quotations, reported words, beliefs, intentions and fears, with who holds them. Rules over
 * tokens and parts of speech; the same text always gives the same result. Offsets are code points of `text` as given. Never throws on
 * a text, whatever is in it.
 */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const { passages, blocks } = passagesOf(text, options);
  const people = peopleOf(text, blocks);
  const resolve = resolverOf(text, blocks, people, passages);
  const point = pointsOf(text);
  const range = ({ start, end }: Span): Range => ({ start: point(start), end: point(end) });
  const mention = (span: Span): Mention => ({ ...range(span), text: text.slice(span.start, span.end) });
  const ids = new Map<Entity, string>();
  const statements: Statement[] = passages.map(
    ({ kind, parts, cue, speaker, refers, inherited, paragraph }) => {
      const place = refers ?? speaker;
      const found = place && resolve(place);
      let who: string | undefined;
      if (found) {
        who = ids.get(found.entity) ?? `w${ids.size + 1}`;
        ids.set(found.entity, who);
      }
      return {
        start: point(parts[0]!.start),
        end: point(parts.at(-1)!.end),
        kind,
        parts: parts.map(range),
        ...(cue && { cue: mention(cue) }),
        ...(speaker && { speaker: mention(speaker) }),
        ...(who !== undefined && { who }),
        ...(inherited && { inherited }),
        paragraph,
      };
    },
  );
  const contradictions: Contradiction[] = contradictionsOf(people.entities).map(
    ({ entity, office, held, former }) => ({
      kind: 'office',
      name: entity.name,
      ...(ids.has(entity) && { who: ids.get(entity)! }),
      office,
      held: held.map(mention),
      former: former.map(mention),
    }),
  );
  return {
    statements,
    speakers: [...ids].map(([entity, id]) => speakerOf(entity, id)),
    contradictions,
    length: point(text.length),
  };
}

function speakerOf({ name, kind, aliases, roles, affiliations }: Entity, id: string): Speaker {
  return {
    id,
    name,
    kind,
    aliases: [...aliases].filter((alias) => alias !== name),
    roles: [...roles.keys()],
    affiliations: [...affiliations],
  };
}
