import * as z from 'zod';
import {
  date,
  expression,
  flag,
  grounds,
  labelId,
  matching,
  nameId,
  number,
  oneOf,
  prose,
  reference,
  text,
  texts,
} from './value.ts';

export const sources = z.record(
  labelId,
  z.strictObject({
    title: text.optional(),
    published: date.optional(),
    text: text.optional(),
    sha256: matching(/^[0-9a-f]{64}$/, '64 hexadecimal digits').optional(),
    url: text.optional(),
    publisher: text.optional(),
    author: text.optional(),
    language: text.optional(),
    archived: text.optional(),
    reliability: oneOf(['A', 'B', 'C', 'D', 'E', 'F']).optional(),
    withhold: flag.optional(),
    note: prose.optional(),
  }),
);

export const statementKinds = [
  'aim',
  'act',
  'belief',
  'assessment',
  'constraint',
  'capability',
  'circumstance',
] as const;

const passage = matching(/^\d{1,12}\.\.\d{1,12}$/, 'a half-open range such as 120..204');
const passageHash = matching(/^h-[0-9a-f]{16}$/, '`h-` and 16 hexadecimal digits');

export const statements = z.record(
  labelId,
  z.strictObject({
    in: text,
    at: passage.optional(),
    hash: passageHash.optional(),
    by: text.optional(),
    holder: text.optional(),
    via: text.optional(),
    date: date.optional(),
    kind: oneOf(statementKinds).optional(),
    disputes: reference.optional(),
    about: texts.optional(),
    gist: prose.optional(),
    credibility: number.optional(),
    withhold: flag.optional(),
    note: prose.optional(),
    proposed: text.optional(),
  }),
);

export const proposalDecisions = ['accepted', 'rejected'] as const;

/** What became of a proposal: the proposal as it was made, by whom, and what a person decided. */
export const decided = z.strictObject({
  statement: text,
  model: text,
  decision: oneOf(proposalDecisions),
  in: text,
  at: passage.optional(),
  hash: passageHash.optional(),
  by: text.optional(),
  holder: text.optional(),
  kind: oneOf(statementKinds).optional(),
  gist: prose.optional(),
});

/** A number, a range, a phrase of the verbal scale, or a mark of the matrix. */
const likelihood = z.union([number, z.array(number), text], {
  error: 'a number, a range [low, high], or a phrase',
});
const strength = z.union([number, z.array(number), text], { error: 'a number, or a range [low, high]' });
const likelihoods = z.record(labelId, likelihood);

export const evidence = z.strictObject({
  statement: text.optional(),
  absent: text.optional(),
  assumption: text.optional(),
  actor: text,
  likelihood: likelihoods,
  group: text.optional(),
  independent: flag.optional(),
  strength: strength.optional(),
  ...grounds,
});

export const lookFor = z.strictObject({
  id: text.optional(),
  actor: text,
  label: text.optional(),
  strength: strength.optional(),
  likelihood: likelihoods,
  ...grounds,
});

export const weighing = z.strictObject({
  precision: z.array(number).optional(),
  other: z.record(nameId, number).optional(),
  reliability: z.record(z.string(), number).optional(),
  credibility: z.record(z.string(), number).optional(),
  foresight: oneOf(['none', 'held']).optional(),
});

const setting = texts;

export const seenMove = z.strictObject({
  id: text.optional(),
  actor: text,
  date: date.optional(),
  menu: z.record(labelId, setting).optional(),
  chose: text.optional(),
  from: setting.optional(),
  to: setting.optional(),
  ...grounds,
});

const switches = z.record(z.string(), flag);

export const scenarios = z.record(
  labelId,
  z.strictObject({
    label: text.optional(),
    start: switches.optional(),
    fix: switches.optional(),
    ...grounds,
  }),
);

export const questions = z.record(
  labelId,
  z.strictObject({
    ask: text,
    'holds-when': expression.optional(),
    kind: oneOf(['holds', 'gains']).optional(),
    ...grounds,
  }),
);
