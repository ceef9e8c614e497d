import type { Reading, Speaker, Statement } from './statement.ts';

/** A passage that somebody coded by hand: range in code points, and who it was coded to. */
export type Coded = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Names of who says it and of whose view it is. */
  readonly voices: readonly string[];
};

export type Compared = {
  readonly coded: Coded;
  /** Statements of the reader that lie for half of them or more in the passage, or cover half of it. */
  readonly found: readonly Statement[];
  /** One of them has one of the voices. */
  readonly sameVoice: boolean;
};

/** What was coded by hand beside what the reader finds, and what only the reader finds. */
export function compareCoded(
  reading: Reading,
  coded: readonly Coded[],
): { readonly compared: readonly Compared[]; readonly only: readonly Statement[] } {
  const speakers = new Map(reading.speakers.map((one) => [one.id, one]));
  const used = new Set<Statement>();
  const compared = coded.map((one): Compared => {
    const found = reading.statements.filter((statement) => shares(statement, one));
    for (const statement of found) used.add(statement);
    const sameVoice = found.some(({ who }) => {
      const speaker = who === undefined ? undefined : speakers.get(who);
      return speaker !== undefined && one.voices.some((voice) => sameName(speaker, voice));
    });
    return { coded: one, found, sameVoice };
  });
  return { compared, only: reading.statements.filter((statement) => !used.has(statement)) };
}

function shares(statement: Statement, { start, end }: Coded): boolean {
  const inside = Math.min(statement.end, end) - Math.max(statement.start, start);
  return inside > 0 && inside * 2 >= Math.min(statement.end - statement.start, end - start);
}

const small = new Set(['the', 'and', 'of', 'his', 'her', 'their', 'many', 'most', 'in']);

/** Whether a speaker and a name that a person wrote share a word that names. */
function sameName({ name, aliases }: Speaker, voice: string): boolean {
  const words = new Set(wordsOf([name, ...aliases].join(' ')));
  return wordsOf(voice).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => word.length > 1 && !small.has(word),
  );
}
