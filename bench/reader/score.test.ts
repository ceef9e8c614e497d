import { expect, test } from 'vitest';
import { naive } from './baseline.ts';
import { attributionsOf } from './polnear.ts';
import { add, empty, figures, match } from './score.ts';

const text = '\u{1F6A2} “It will hold,” said Berta Kohl. Omar Dietz said it would not.';
/** The ship at the start is two UTF-16 units and one code point: the notation counts code points. */
const notes = [
  'T1\tContent 2 17\t“It will hold,”',
  'T2\tCue 18 22\tsaid',
  'T3\tSource 23 33\tBerta Kohl',
  'E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3',
  'T4\tSource 35 45\tOmar Dietz',
  'T5\tCue 46 50\tsaid',
  'E2\tAttribution:T5 Content:T6 Cue:T5 Source:T4',
  'T6\tContent 51 63\tit would not',
].join('\n');
const gold = attributionsOf(text, notes);
const article = { name: 'a', publisher: 'p', text, attributions: gold };
const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('stand-off notation into ranges of the text', () => {
  expect(gold.map((one) => [cut(one), cut(one.speaker!), one.cue, one.direct])).toEqual([
    ['“It will hold,”', 'Berta Kohl', 'said', true],
    ['it would not', 'Omar Dietz', 'said', false],
  ]);
});

test('half an overlap counts, less does not; another speaker is a wrong answer', () => {
  const [first, second] = gold as [(typeof gold)[number], (typeof gold)[number]];
  const answer = (start: number, end: number, names: readonly string[]) => ({
    start,
    end,
    direct: false,
    speaker: undefined,
    names,
  });
  const length = second.end - second.start;
  const half = answer(second.start, second.start + length / 2, ['dietz']);
  const less = answer(second.start, second.start + length / 2 - 1, ['dietz']);
  const wrong = answer(first.start, first.end, ['dietz']);
  const count = (given: readonly ReturnType<typeof answer>[]) => {
    const tally = empty();
    add(tally, match(article, given, gold));
    return tally;
  };
  expect(count([half])).toEqual({ gold: 2, given: 1, span: 1, right: 1 });
  expect(count([less])).toEqual({ gold: 2, given: 1, span: 0, right: 0 });
  expect(count([wrong])).toEqual({ gold: 2, given: 1, span: 1, right: 0 });
  expect(count([half, { ...half }])).toEqual({ gold: 2, given: 2, span: 1, right: 1 });
  expect(figures(count([half, { ...half }]))).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
});

test('the naive reader takes marks and the nearest name', () => {
  const found = naive('Omar Dietz left. “It will hold,” said the engineer Berta Kohl.');
  expect(found.map(({ names }) => names)).toEqual([['omar', 'dietz']]);
});
