import type { Article, Attribution } from './polnear.ts';

/** What a reader says of one passage; UTF-16 offsets of the hull. `names` are words by which its speaker is known. */
export type Answer = {
  readonly start: number;
  readonly end: number;
  readonly direct: boolean;
  readonly speaker: { readonly start: number; readonly end: number } | undefined;
  readonly names: readonly string[];
};

export type Tally = { gold: number; given: number; span: number; right: number };
export const empty = (): Tally => ({ gold: 0, given: 0, span: 0, right: 0 });

export function figures({ gold, given, right, span }: Tally) {
  const of = (n: number, all: number) => (all === 0 ? 0 : n / all);
  const precision = of(right, given);
  const recall = of(right, gold);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    spanF1: gold + given === 0 ? 0 : (2 * span) / (gold + given),
  };
}

const stop = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'for',
  'in',
  'at',
  'to',
  'by',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sen',
  'rep',
  'gov',
  'president',
  'former',
  'senator',
  'on',
  'who',
  'his',
  'her',
]);
/** The words of a mention that can tell one speaker from another. */
export function nameWords(mention: string): string[] {
  return (
    mention
      .replace(/[’']s\b/g, '')
      .match(/[\p{Lu}][\p{L}'’-]*/gu)
      ?.map((word) => word.toLowerCase())
      .filter((word) => word.length > 1 && !stop.has(word)) ?? []
  );
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const inter = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return inter <= 0 ? 0 : inter / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Whether the answer's speaker overlaps the annotated one or shares a name word with it; where nobody is annotated, nothing is asked. */
export function sameSpeaker(text: string, { speaker, names }: Answer, gold: Attribution): boolean {
  if (!gold.speaker) return true;
  if (speaker && speaker.start < gold.speaker.end && gold.speaker.start < speaker.end) return true;
  const wanted = new Set(nameWords(text.slice(gold.speaker.start, gold.speaker.end)));
  return names.some((name) => wanted.has(name));
}

export type Pair = { readonly answer: Answer; readonly gold: Attribution; readonly right: boolean };
export type Matching = {
  readonly pairs: readonly Pair[];
  readonly missed: readonly Attribution[];
  readonly surplus: readonly Answer[];
};

/** One to one, best overlap first; half of the hulls' union at least. */
export function match(article: Article, answers: readonly Answer[], gold: readonly Attribution[]): Matching {
  const options = answers.flatMap((answer) =>
    gold.flatMap((one) => {
      const share = overlap(answer, one);
      return share >= 0.5
        ? [{ answer, gold: one, share, right: sameSpeaker(article.text, answer, one) }]
        : [];
    }),
  );
  options.sort((a, b) => Number(b.right) - Number(a.right) || b.share - a.share);
  const used = new Set<unknown>();
  const pairs: Pair[] = [];
  for (const option of options) {
    if (used.has(option.answer) || used.has(option.gold)) continue;
    used.add(option.answer).add(option.gold);
    pairs.push(option);
  }
  return {
    pairs,
    missed: gold.filter((one) => !used.has(one)),
    surplus: answers.filter((one) => !used.has(one)),
  };
}

export function add(tally: Tally, { pairs, missed, surplus }: Matching): void {
  tally.gold += pairs.length + missed.length;
  tally.given += pairs.length + surplus.length;
  tally.span += pairs.length;
  tally.right += pairs.filter(({ right }) => right).length;
}
