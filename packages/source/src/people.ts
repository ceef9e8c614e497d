import type { Block } from './block.ts';
import { type Gender, genderOf } from './genders.ts';
import { looksLikeBody, type NameMention, namesOf } from './names.ts';
import type { Span } from './token.ts';

/** A person or body while mentions are merged. */
export type Entity = {
  readonly id: number;
  name: string;
  kind: 'person' | 'body' | 'group';
  gender: Gender;
  /** Something other than the shape of the name says that it is a person. */
  sure: boolean;
  readonly aliases: Set<string>;
  readonly roles: Map<string, Span>;
  readonly affiliations: Set<string>;
  readonly mentions: { readonly mention: NameMention; readonly at: Span }[];
};

export type People = {
  readonly entities: Entity[];
  /** Every mention of a name in the order of the text, with whom it names. */
  readonly mentions: readonly { readonly mention: NameMention; readonly entity: Entity; readonly at: Span }[];
};

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** The word by which a full name is shortened. */
function surname(words: readonly string[]): string {
  const last = words.at(-1)!;
  return (suffix.test(last) && words.length > 1 ? words.at(-2)! : last).toLowerCase();
}

/** Merges the names of a text: full names first, then single ones to the full name that they shorten. */
export function peopleOf(text: string, blocks: readonly Block[]): People {
  const all = blocks.flatMap((block) => namesOf(text, block));
  const entities: Entity[] = [];
  const byName = new Map<string, Entity>();
  const bySurname = new Map<string, Entity[]>();
  const made = new Map<NameMention, Entity>();
  const create = (mention: NameMention): Entity => {
    const entity: Entity = {
      id: entities.length,
      name: mention.words.join(' ').replace(/ - /g, '-').replace(/ ’s$/, ''),
      kind: looksLikeBody(mention.words) ? 'body' : 'person',
      gender: genderOf(mention.words[0]!, mention.honorific),
      sure: false,
      aliases: new Set(),
      roles: new Map(),
      affiliations: new Set(),
      mentions: [],
    };
    entities.push(entity);
    return entity;
  };
  for (const mention of all) {
    if (mention.words.length < 2) continue;
    const key = nameKey(mention.words);
    let entity = byName.get(key);
    if (!entity) {
      entity = create(mention);
      byName.set(key, entity);
      if (entity.kind === 'person') push(bySurname, surname(mention.words), entity);
    }
    made.set(mention, entity);
  }
  const recent = new Map<string, Entity>();
  for (const mention of all) {
    if (mention.words.length >= 2) {
      recent.set(surname(mention.words), made.get(mention)!);
      continue;
    }
    const word = mention.words[0]!.toLowerCase();
    const shared = bySurname.get(word) ?? [];
    const fitting = mention.honorific
      ? shared.filter(({ gender }) => fits(gender, genderOf('', mention.honorific)))
      : shared;
    const candidates = fitting.length > 0 ? fitting : shared;
    const last = recent.get(word);
    let entity = last && candidates.includes(last) ? last : candidates[0];
    if (!entity) {
      entity = byName.get(word);
      if (!entity) {
        entity = create(mention);
        byName.set(word, entity);
      }
    }
    made.set(mention, entity);
  }
  const mentions = all.map((mention) => {
    const entity = made.get(mention)!;
    const { tokens } = mention.block;
    const at = { start: tokens[mention.start]!.start, end: tokens[mention.end - 1]!.end };
    entity.mentions.push({ mention, at });
    entity.aliases.add(text.slice(at.start, at.end));
    if (mention.title && !mention.quoted) entity.roles.set(mention.title, mention.titleSpan!);
    if (
      mention.role &&
      !mention.quoted &&
      entity.kind === 'person' &&
      (mention.words.length > 1 || mention.title)
    ) {
      entity.roles.set(mention.role, mention.roleSpan!);
      if (mention.affiliation) entity.affiliations.add(mention.affiliation);
    }
    entity.gender ??= genderOf('', mention.honorific);
    if (
      mention.title ||
      mention.honorific ||
      (mention.role && mention.words.length > 1) ||
      genderOf(mention.words.length > 1 ? mention.words[0]! : '', '')
    )
      entity.sure = entity.kind === 'person';
    return { mention, entity, at };
  });
  for (const entity of entities) {
    // A full name that the text goes on to shorten to its last word is a person's.
    const shortened = entity.mentions.some(({ mention }) => mention.words.length === 1);
    if (entity.kind === 'person' && shortened && entity.name.includes(' ')) entity.sure = true;
  }
  return { entities, mentions };
}

/** Middle names and initials do not part two mentions of one name. */
function nameKey(words: readonly string[]): string {
  const kept = words.filter((word) => !suffix.test(word) || words.length < 3);
  if (looksLikeBody(words) || kept.length < 3) return kept.join(' ').toLowerCase();
  const inner = kept.slice(1, -1).filter((word) => !/^\p{Lu}\.?$/u.test(word) && word !== '-');
  return [kept[0]!, ...inner, kept.at(-1)!].join(' ').toLowerCase();
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function fits(a: Gender, b: Gender): boolean {
  return a === undefined || b === undefined || a === b;
}
