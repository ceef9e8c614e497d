/** Half-open range in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

/** A piece of the text over which the same statements run. */
export type Segment = Span & { readonly ids: readonly string[] };

/** A line of the text that holds anything, cut where statements begin and end. */
export type Paragraph = Span & { readonly segments: readonly Segment[] };

/** The paragraphs of a text, cut so that statements that overlap can each be shown. */
export function paragraphsOf(
  text: string,
  statements: readonly (Span & { readonly id: string })[],
): readonly Paragraph[] {
  const cuts = [...new Set(statements.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n\r]*\S[^\n\r]*/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const edges = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
    const segments = edges.slice(0, -1).map((from, k) => {
      const to = edges[k + 1]!;
      const ids = statements.filter((one) => one.start < to && from < one.end).map(({ id }) => id);
      return { start: from, end: to, ids };
    });
    paragraphs.push({ start, end, segments });
  }
  return paragraphs;
}

/** Sentences, for moving through a text and choosing passages by keyboard. */
export function sentencesOf(text: string): readonly Span[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ index, segment }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    return end > start ? [{ start, end }] : [];
  });
}
