import { type Perceived, type PerceiveOptions, perceiveCase } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { describe, expect, test } from 'vitest';

function perceived(text: string, options: PerceiveOptions = {}): Perceived {
  const { case: found, diagnostics } = readCase(`demarche: 1\ntitle: Small\n${text}`);
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return perceiveCase(found, options);
}

const rests = ({ asBelieved }: Perceived) => asBelieved.course.rests;
const expected = ({ expects }: Perceived, actor: string) =>
  expects.find((one) => one.actor === actor)!.answer.course.rests;

describe('an option that an actor is unaware of', () => {
  const threat = (unaware: string) =>
    perceived(`actors:
  a: { name: A, options: { x: X } }
  b: { name: B, options: { y: Y } }
now: []
readings:
  a: { base: { prefers: [not b.y, a.x] } }
  b: { base: { prefers: [b.y iff a.x] } }
${unaware}`);

  test('deters nobody, and surprises', () => {
    expect(rests(threat(''))).toEqual([[0]]);
    const unseen = threat('unaware: { a: b.y }\n');
    expect(rests(unseen)).toEqual([[3]]);
    expect(expected(unseen, 'a')).toEqual([[1]]);
    expect(expected(unseen, 'b')).toEqual([[0]]);
    expect(unseen.expects[0]!.surprises).toMatchObject([
      { kind: 'breaks', rest: [1], from: 1, step: { movers: [1], to: 3 }, leadsTo: [[3]] },
    ]);
    expect(unseen.expects[1]!.surprises).toMatchObject([
      { kind: 'breaks', rest: [0], from: 0, step: { movers: [0], to: 1 }, leadsTo: [[3]] },
    ]);
  });

  test('may make what the actor would do no move at all', () => {
    const blocked = perceived(`actors:
  a: { name: A, options: { x: X } }
  b: { name: B, options: { y: Y } }
impossible: [a.x and b.y]
now: []
readings:
  a: { base: { prefers: [a.x] } }
  b: { base: { prefers: [b.y] } }
unaware: { a: b.y }
`);
    // Where b was first, a sees x open and cannot take it: it stays.
    expect(rests(blocked)).toEqual([[1], [2]]);
    expect(expected(blocked, 'a')).toEqual([[1]]);
    expect(blocked.equilibria).toEqual([1, 2]);
  });

  const joint = (unaware: string) =>
    perceived(`actors: { a: { name: A }, b: { name: B } }
joint: { deal: { name: Deal, by: [a, b] } }
now: []
readings:
  a: { base: { prefers: [deal] } }
  b: { base: { prefers: [deal] } }
${unaware}`);

  test('is signed by none that it takes', () => {
    expect(rests(joint(''))).toEqual([[1]]);
    const unseen = joint('unaware: { a: deal }\n');
    expect(rests(unseen)).toEqual([[0]]);
    expect(expected(unseen, 'a')).toEqual([[0]]);
    expect(expected(unseen, 'b')).toEqual([[1]]);
    expect(unseen.expects[1]!.surprises).toMatchObject([
      {
        kind: 'never-comes',
        rest: [1],
        from: 0,
        step: { movers: [0, 1], to: 1 },
        instead: [],
        leadsTo: [[0]],
      },
    ]);
  });

  test('is switched in a deal by another owner or by nobody', () => {
    const common = (c: string) =>
      perceived(
        `actors:
  a: { name: A, options: { x: X } }
  b: { name: B, options: { y: Y } }
  c: { name: C }
joint: { both: { name: Both, by: [a, c], mode: any } }
now: []
readings:
  a: { base: { ranking: [a.x and b.y, not a.x and not b.y, 'true'] } }
  b: { base: { ranking: [a.x and b.y and both, not a.x and not b.y and not both, 'true'] } }
  c: { base: { ranking: [${c}, 'true'] } }
unaware: { a: both }
`,
        { concept: 'nash' },
      );
    expect(rests(common('both and a.x and b.y'))).toEqual([[7]]);
    expect(rests(common('not both'))).toEqual([[0]]);
  });
});

describe('a state that an actor does not perceive', () => {
  const shadow = (unperceived: string, now = '[]', concept: 'nash' | 'seq' = 'seq') =>
    perceived(
      `actors:
  a: { name: A, options: { x: X } }
  b: { name: B, options: { y: Y } }
now: ${now}
readings:
  a: { base: { prefers: [not b.y, a.x] } }
  b: { base: { prefers: [b.y iff a.x] } }
${unperceived}`,
      { concept },
    );

  test('deters nobody by what leads through it', () => {
    expect(rests(shadow('unperceived: { a: a.x and b.y }\n'))).toEqual([[3]]);
    expect(expected(shadow('unperceived: { a: a.x and b.y }\n'), 'a')).toEqual([[1]]);
  });

  test('is not moved to, and not left', () => {
    expect(rests(shadow('unperceived: { a: a.x }\n'))).toEqual([[0]]);
    // a would take x back where it sees that b has taken y.
    const left = perceived(`actors: { a: { name: A, options: { x: X } } }
now: [a.x]
readings: { a: { base: { prefers: [not a.x] } } }
unperceived: { a: a.x }
`);
    expect(rests(left)).toEqual([[1]]);
    expect(expected(left, 'a')).toEqual([[1]]);
    expect(left.asTrue.course.rests).toEqual([[0]]);
  });

  test('leaves an actor that is in it expecting that nothing moves', () => {
    const still = shadow('unperceived: { a: b.y and not a.x }\n', '[b.y]', 'nash');
    expect(expected(still, 'a')).toEqual([[2]]);
    // It makes its moves again as soon as things are as it perceives them.
    expect(rests(still)).toEqual([[3]]);
  });
});

test('what one takes another to believe moves that other in its game, and nobody else', () => {
  const second = perceived(`actors:
  a: { name: A, options: { x: X } }
  b: { name: B, options: { y: Y } }
now: []
readings:
  a: { base: { prefers: [not b.y, a.x] }, meek: { prefers: [not a.x] } }
  b: { base: { prefers: [a.x implies b.y, not a.x, b.y] }, mild: { prefers: [not b.y] } }
beliefs: { a: { of: { b: { a: meek } } } }
`);
  expect(second.expects[0]).toMatchObject({
    profile: { a: 'base', b: 'base' },
    second: [{ of: 'b', profile: { a: 'meek', b: 'base' } }],
  });
  expect(second.expects[1]!.second).toEqual([]);
});
