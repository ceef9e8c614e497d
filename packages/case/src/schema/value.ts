import * as z from 'zod';
import { namePattern, reservedWords } from '../expression/words.ts';

/** A scalar written without quotation marks: what it is depends on what is expected where it stands. */
export class Bare {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const characters = (value: unknown) => (value instanceof Bare ? value.text : value);

function asNumber(value: unknown): unknown {
  if (!(value instanceof Bare)) return value;
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(value.text) ? Number(value.text) : value;
}

function asFlag(value: unknown): unknown {
  if (!(value instanceof Bare)) return value;
  return value.text === 'true' ? true : value.text === 'false' ? false : value;
}

/** Text by its characters, whatever YAML would make of them. */
export const text = z.preprocess(characters, z.string().min(1));
export const prose = z.preprocess(characters, z.string());
export const number = z.preprocess(asNumber, z.number());
export const flag = z.preprocess(asFlag, z.boolean());

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.preprocess(characters, z.enum(words));
}

export function matching(pattern: RegExp, expected: string) {
  return z.preprocess(characters, z.string().regex(pattern, { error: expected }));
}

const notReserved = `(?!(?:${reservedWords.join('|')})$)`;

/** Ids that expressions name: actors, options, facts, joint options, terms, states. */
export const nameId = z.string().regex(new RegExp(`^${notReserved}${namePattern.source.slice(1)}`));

/** Ids that expressions never name (sources, statements, readings, …): a letter or digit, then letters, digits, `-`, `_`, `.`. */
export const labelId = z.string().regex(new RegExp(`^${notReserved}[A-Za-z0-9][A-Za-z0-9_.-]*$`));

/** `actor.option`, or the bare id of a joint option. */
export const optionId = z
  .string()
  .regex(new RegExp(`^${namePattern.source.slice(1, -1)}(?:\\.${namePattern.source.slice(1, -1)})?$`));

export const expression = text.meta({ description: 'An expression: russia.truce and not winning' });

/** One, or a list of them. */
export const texts = z.union([text, z.array(text)], { error: 'text, or a list of texts' });
export const reference = texts;

export const date = matching(/^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/, 'a date such as 2025-03-18');

/** What any judgement may carry. */
export const grounds = { because: texts.optional(), note: prose.optional() };
