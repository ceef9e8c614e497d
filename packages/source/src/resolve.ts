import type { Block } from './block.ts';
import type { Gender } from './genders.ts';
import { isOffice } from './names.ts';
import type { Passage } from './passages.ts';
import { type Entity, fits, type People } from './people.ts';
import type { Span } from './token.ts';

type Found = { readonly entity: Entity; readonly how: 'name' | 'pronoun' | 'role' | 'described' };

/**
 * Who the speaker of each passage is. A name speaks for itself; a pronoun goes to the last subject that fits in gender and number; a
 * definite description to whoever bears that office, else to the last subject; anything else stands for itself.
 */
export function resolverOf(
  text: string,
  blocks: readonly Block[],
  people: People,
  passages: readonly Passage[],
) {
  const spoken = new Set<number>();
  for (const { speaker } of passages) {
    if (!speaker) continue;
    const k = firstFrom(people, speaker.start);
    const mention = people.mentions[k];
    if (mention && mention.at.start < speaker.end) spoken.add(k);
  }
  const described = new Map<string, Entity>();
  const groups: { readonly at: number; readonly entity: Entity }[] = [];

  const group = (words: string, at: number): Entity => {
    const name = words.replace(/\s+/g, ' ').trim();
    const key = name.toLowerCase().replace(/^(?:the|a|an)\s+/, '');
    let entity = described.get(key);
    if (!entity) {
      entity = {
        id: people.entities.length,
        name,
        kind: 'group',
        gender: undefined,
        sure: false,
        aliases: new Set([name]),
        roles: new Map(),
        affiliations: new Set(),
        mentions: [],
      };
      people.entities.push(entity);
      described.set(key, entity);
    }
    groups.push({ at, entity });
    return entity;
  };

  const lastSubject = (
    at: number,
    gender: Gender,
    wanted: (entity: Entity) => boolean,
  ): Entity | undefined => {
    let fallback: Entity | undefined;
    for (let k = firstFrom(people, at) - 1; k >= 0; k--) {
      const { mention, entity, at: place } = people.mentions[k]!;
      if (place.end > at || mention.quoted || !wanted(entity) || !fits(entity.gender, gender)) continue;
      if (mention.subject || spoken.has(k)) return entity;
      fallback ??= entity;
      if (at - place.start > 4000) break;
    }
    return fallback;
  };
  const isPerson = (entity: Entity) => entity.kind === 'person' && entity.sure;

  return (speaker: Span): Found | undefined => {
    const words = text.slice(speaker.start, speaker.end);
    const lower = words.toLowerCase();
    const gender = /^(?:he|him|his|himself)$/.test(lower)
      ? 'he'
      : /^(?:she|her|hers|herself)$/.test(lower)
        ? 'she'
        : undefined;
    if (gender) {
      const entity = lastSubject(speaker.start, gender, isPerson);
      return entity && { entity, how: 'pronoun' };
    }
    if (/^(?:it|its)$/.test(lower)) {
      const entity = lastSubject(speaker.start, undefined, (one) => one.kind === 'body' || !one.sure);
      return entity && { entity, how: 'pronoun' };
    }
    if (/^(?:they|them|their|these|those)$/.test(lower)) {
      const near = groups.filter(({ at }) => at < speaker.start).at(-1);
      return near && { entity: near.entity, how: 'pronoun' };
    }
    if (/^(?:i|we|you|my|our|who|which|that|this|what|us|me)$/.test(lower)) return undefined;
    const named = headName(text, blocks, people, speaker);
    if (named) return { entity: named, how: 'name' };
    const office = /^(?:the|that)\s/i.test(words) ? officeOf(words) : undefined;
    if (office) {
      const modifiers = lower
        .replace(/^\S+\s/, '')
        .split(/\s+/)
        .filter((word) => word !== office);
      const bearer = people.entities.find(
        (entity) =>
          entity.kind === 'person' &&
          [...entity.roles.keys()].some((role) => {
            const has = role.toLowerCase().split(/[\s,]+/);
            return has.includes(office) && modifiers.every((word) => has.includes(word));
          }),
      );
      if (bearer && modifiers.length > 0) return { entity: bearer, how: 'role' };
      const entity = lastSubject(speaker.start, undefined, (one) => isPerson(one));
      if (entity) return { entity, how: 'role' };
    }
    return { entity: group(words, speaker.start), how: 'described' };
  };
}

function firstFrom({ mentions }: People, at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.at.end <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The office that a definite description ends with: “the Ost president”. */
function officeOf(words: string): string | undefined {
  const parts = words.toLowerCase().split(/\s+/);
  if (parts.length > 4) return undefined;
  const last = parts.at(-1)!;
  return isOffice(last) ? last : undefined;
}

/** The name that heads a phrase; a name that only owns or follows a preposition does not. */
function headName(text: string, blocks: readonly Block[], people: People, span: Span): Entity | undefined {
  const block = blockAt(blocks, span.start);
  if (!block) return undefined;
  let k = firstFrom(people, span.start);
  let found: Entity | undefined;
  for (; k < people.mentions.length && people.mentions[k]!.at.start < span.end; k++) {
    const { at, entity } = people.mentions[k]!;
    const between = text.slice(span.start, at.start);
    if (/\s(?:of|for|at|in|from|with|on|by|to|near)\s/i.test(` ${between}`)) break;
    const after = text.slice(at.end, span.end);
    if (/^(?:['’]s|['’])\s*\p{L}/u.test(after)) {
      // “Cole's campaign”: the owner is not the speaker.
      found = undefined;
      continue;
    }
    // A possessive alone, as in “Cole's claim that”, names the speaker.
    if (/^\s+\p{Ll}/u.test(after) && !/^\s+(?:of|for|at|in|from|with|and|who|or)\b/.test(after)) {
      found = undefined;
      continue;
    }
    if (/^\s+(?:and|or)\s/.test(after) && found === undefined && after.trim().split(/\s+/).length > 1)
      return undefined;
    found = entity;
  }
  return found;
}

function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const block = blocks[mid]!;
    if (at < block.start) high = mid - 1;
    else if (at >= block.end) low = mid + 1;
    else return block;
  }
  return undefined;
}
