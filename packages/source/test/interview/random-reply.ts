import fc from 'fast-check';
import type { Question, Reply } from '../../src/index.ts';

/** Names and lines as people write them, and as nobody should. */
const said = fc.oneof(
  fc.constantFrom(
    'Open the sluice',
    'Close it',
    'Agree',
    'agree',
    'a truce',
    'not',
    'now',
    'yes: no',
    '# 1',
    '“x”',
    '- y',
    '{z}',
    'ö',
    '中',
  ),
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);

/** Any reply of the form that a question asks for; it may still be refused. */
export function replyTo(question: Question): fc.Arbitrary<Reply> {
  switch (question.kind) {
    case 'text':
      return said;
    case 'yes-no':
      return fc.boolean();
    case 'lines':
      return fc.array(said, { maxLength: Math.min(4, question.most) });
    case 'each':
      return fc.array(said, { maxLength: question.of.length });
    case 'pick':
      return fc.record({
        picked: fc.subarray(question.choices.map(({ id }) => id)),
        own: question.own ? fc.array(said, { maxLength: 2 }) : fc.constant([]),
      });
    case 'order': {
      const literal = fc
        .tuple(fc.constantFrom(...question.choices.map(({ id }) => id)), fc.boolean())
        .map(([id, not]) => (not ? { id, not } : { id }));
      const literals = fc.array(literal, { minLength: 1, maxLength: 2 });
      const wish = fc.oneof(
        literals.map((that) => ({ that })),
        fc.tuple(literals, literals).map(([that, when]) => ({ that, if: when })),
      );
      return fc.array(wish as fc.Arbitrary<{ that: { id: string }[] }>, { maxLength: 4 });
    }
  }
}
