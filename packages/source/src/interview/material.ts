import { anchorHash, cleanName, pointText, sha256 } from '@demarche/case';
import { type Block, blockOf } from '../block.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { type Entity, peopleOf } from '../people.ts';
import { mainSubject } from '../phrases.ts';
import { pointsOf } from '../points.ts';
import { readText } from '../read-text.ts';
import type { Range } from '../statement.ts';
import type { About } from '../text-in/source-text.ts';

/** A passage that the reader found, without its words: they are not always ours to keep. */
export type FoundPassage = Range & {
  readonly hash: string;
  /** Name of who speaks. */
  readonly by?: string;
  /** Names that it mentions. */
  readonly about: readonly string[];
};

/** Somebody or something that the source names, as it may become a party or a voice. */
export type FoundName = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly affiliations: readonly string[];
  /** Places where it is named, the first three. */
  readonly at: readonly Range[];
  readonly mentions: number;
  /** Sentences that it is the subject of: what somebody does stands there. */
  readonly acts: number;
  /** The first of those sentences. */
  readonly doing: readonly Range[];
  /** Passages that it speaks. */
  readonly speaks: number;
};

/** What an interview knows of a source. It is kept with the replies, and holds no sentence of it. */
export type Material = {
  readonly source: {
    /** Path or address. */
    readonly place: string;
    readonly sha256: string;
    /** Code points. */
    readonly length: number;
    readonly about: About;
  };
  readonly passages: readonly FoundPassage[];
  /** Those that act and speak most come first. */
  readonly names: readonly FoundName[];
};

const mostPassages = 400;
const mostNames = 40;
const mostDoing = 6;

/** Reads a source for an interview. Never throws on a text, whatever is in it. */
export function materialOf(text: string, place: string, about: About): Material {
  const reading = readText(text);
  const points = pointText(text);
  const point = pointsOf(text);
  const blocks = paragraphsOf(text).map((paragraph, index) => blockOf(text, paragraph, index));
  const people = peopleOf(text, blocks);
  const subjects = new Map<Entity, Range[]>();
  for (const block of blocks)
    for (let sentence = 0; sentence < block.sentences.length; sentence++) {
      const subject = mainSubject(block, sentence, block.sentences[sentence]!.end);
      // A name before another noun only tells which (“Italian schools”): it does nothing itself.
      const found =
        subject &&
        people.mentions.find(
          ({ mention }) =>
            mention.block === block &&
            subject.start <= mention.start &&
            mention.start < subject.end &&
            (mention.end >= subject.end ||
              !/^\p{L}/u.test(wordAt(block, mention.end)) ||
              wordAt(block, mention.end) === 'of'),
        );
      if (!found) continue;
      const { start, end } = block.sentences[sentence]!;
      const place = { start: point(block.tokens[start]!.start), end: point(block.tokens[end - 1]!.end) };
      // Whoever speaks in it does nothing else there.
      if (reading.statements.some(({ speaker: by }) => by && by.start < place.end && place.start < by.end))
        continue;
      subjects.set(found.entity, [...(subjects.get(found.entity) ?? []), place]);
    }
  const speakers = new Map(reading.speakers.map((one) => [one.id, one]));
  const spoken = new Map<string, number>();
  for (const { who } of reading.statements)
    if (who !== undefined) spoken.set(who, (spoken.get(who) ?? 0) + 1);

  const words = new Set(text.match(/\p{L}+/gu));
  const names = new Map<string, FoundName>();
  for (const entity of people.entities) {
    const name = cleanName(entity.name, '');
    if (name === '' || names.has(name) || isCommonWord(entity)) continue;
    const speaker = reading.speakers.find((one) => one.name === entity.name);
    names.set(name, {
      name,
      aliases: [...entity.aliases].map((one) => cleanName(one, name)).filter((one) => one !== name),
      ...roleOf([...entity.roles.keys()][0]),
      affiliations: [...entity.affiliations].map((one) => cleanName(one, '')),
      at: entity.mentions.slice(0, 3).map(({ at }) => ({ start: point(at.start), end: point(at.end) })),
      mentions: entity.mentions.length,
      acts: subjects.get(entity)?.length ?? 0,
      doing: subjects.get(entity)?.slice(0, mostDoing) ?? [],
      speaks: speaker ? (spoken.get(speaker.id) ?? 0) : 0,
    });
  }
  for (const speaker of reading.speakers) {
    const name = cleanName(speaker.name, '');
    if (name === '' || names.has(name)) continue;
    const own = reading.statements.filter(({ who }) => who === speaker.id);
    names.set(name, {
      name,
      aliases: speaker.aliases.map((one) => cleanName(one, name)),
      ...roleOf(speaker.roles[0]),
      affiliations: speaker.affiliations.map((one) => cleanName(one, '')),
      at: own.flatMap((one) => (one.speaker ? [bare(one.speaker)] : [])).slice(0, 3),
      mentions: own.length,
      acts: 0,
      doing: [],
      speaks: own.length,
    });
  }
  const ranked = [...names.values()]
    .filter((one) => one.mentions + one.acts + one.speaks > 1 || one.name.includes(' '))
    .sort((a, b) => weight(b) - weight(a) || (a.at[0]?.start ?? 0) - (b.at[0]?.start ?? 0))
    .slice(0, mostNames);
  return {
    source: { place, sha256: sha256(text), length: points.length, about: { ...headed(text), ...about } },
    passages: passages(),
    names: ranked,
  };

  /** A word of the text that only has its capital from the start of a sentence or heading. */
  function isCommonWord({ name, mentions }: Entity): boolean {
    if (/\s/.test(name) || !words.has(name.toLowerCase())) return false;
    return mentions.every(({ mention: { block, start } }) =>
      block.sentences.some((one) => one.start === start),
    );
  }

  function passages(): FoundPassage[] {
    const seen = new Set<string>();
    const out: FoundPassage[] = [];
    for (const { start, end, who } of reading.statements) {
      const key = `${start}..${end}`;
      if (seen.has(key) || out.length === mostPassages) continue;
      seen.add(key);
      const by = who === undefined ? undefined : cleanName(speakers.get(who)!.name, 'somebody');
      const inside = people.mentions.filter(({ at }) => point(at.start) >= start && point(at.end) <= end);
      out.push({
        start,
        end,
        hash: anchorHash(points.slice(start, end)),
        ...(by === undefined ? {} : { by }),
        about: [...new Set(inside.map(({ entity }) => cleanName(entity.name, 'somebody')))],
      });
    }
    return out;
  }
}

function wordAt({ tokens }: Block, at: number): string {
  return tokens[at]?.text ?? '';
}

function weight({ mentions, acts, speaks }: FoundName): number {
  return mentions + 2 * acts + speaks;
}

function roleOf(role: string | undefined): { readonly role?: string } {
  const said = cleanName(role ?? '', '');
  return said === '' ? {} : { role: said.slice(0, 120) };
}

function bare({ start, end }: Range): Range {
  return { start, end };
}

/** A title where the first line is short and ends without a stop, as headlines do. */
function headed(text: string): About {
  const [first, second] = paragraphsOf(text);
  const line = first && cleanName(text.slice(first.start, first.end), '');
  return line && second && line.length <= 120 && !/[.!?:;,…]$/.test(line) ? { title: line } : {};
}
