import * as z from 'zod';
import {
  expression,
  grounds,
  labelId,
  nameId,
  number,
  oneOf,
  optionId,
  prose,
  text,
  texts,
} from './value.ts';

/** A name, or a map with one; the id stands in where neither is given. */
const named = z.union([prose, z.strictObject({ name: prose.optional(), note: prose.optional() })], {
  error: 'a name, or a map with `name`',
});

export const actors = z.record(
  nameId,
  z.strictObject({
    name: text.optional(),
    note: prose.optional(),
    options: z.record(nameId, named).optional(),
    moves: z.record(nameId, texts).optional(),
  }),
);

export const facts = z.record(nameId, named);
export const states = z.record(nameId, named);

export const joint = z.record(
  nameId,
  z.strictObject({
    name: text.optional(),
    by: z.array(text),
    mode: oneOf(['all', 'any']).optional(),
    ...grounds,
  }),
);

export const terms = z.record(
  nameId,
  z.union([expression, z.strictObject({ that: expression, name: prose.optional(), ...grounds })], {
    error: 'an expression, or a map with `that`',
  }),
);

/** An expression, or a map that says `when` and carries grounds. */
export const condition = z.union([expression, z.strictObject({ when: expression, ...grounds })], {
  error: 'an expression, or a map with `when`',
});

/** A condition that may also give the one state that it makes a name. */
export const oneState = z.union(
  [expression, z.strictObject({ when: expression, name: prose.optional(), ...grounds })],
  { error: 'an expression, or a map with `when`' },
);

export const conditions = z.record(optionId, condition);

export const oneWay = z.union(
  [text, z.strictObject({ option: text, way: oneOf(['forward', 'back']).optional(), ...grounds })],
  { error: 'an option, or a map with `option`' },
);

const line = z.union([expression, z.strictObject({ that: expression, ...grounds })], {
  error: 'an expression, or a map with `that`',
});

/** A line of `prefers` or `ranking`: an expression, several that count alike, or a map with grounds. */
const priority = z.union(
  [
    expression,
    z.array(line),
    z.strictObject({
      that: z.union([expression, z.array(expression)], { error: 'an expression, or a list' }),
      ...grounds,
    }),
  ],
  { error: 'an expression, a list of equally important ones, or a map with `that`' },
);

export const reading = z.strictObject({
  label: text.optional(),
  'held-by': texts.optional(),
  family: text.optional(),
  weight: number.optional(),
  dispersion: number.optional(),
  prefers: z.array(priority).optional(),
  ranking: z.array(priority).optional(),
  scores: z.record(z.string(), number).optional(),
  payoffs: z.array(number).optional(),
  ...grounds,
});

export const readings = z.record(nameId, z.record(labelId, reading));

export const beliefs = z.record(
  nameId,
  z
    .object({ of: z.record(nameId, z.record(nameId, text)).optional(), ...grounds })
    .catchall(text)
    .meta({ description: 'Actor → reading; `of` for what it takes others to believe' }),
);

const unseen = z.union([text, z.strictObject({ option: text, ...grounds })], {
  error: 'an option, or a map with `option`',
});
export const unaware = z.record(
  nameId,
  z.union([text, z.array(unseen)], { error: 'an option, or a list of options' }),
);
export const unperceived = z.record(
  nameId,
  z.union([expression, z.array(condition)], { error: 'a list of expressions' }),
);
