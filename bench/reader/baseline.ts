import { type Answer, nameWords } from './score.ts';

/**
 * The naive reader that ours is measured beside: whatever stands between quotation marks, three words or more, is a quotation, and its
 * speaker is the nearest capitalised name outside any quotation, in the same paragraph or the one before.
 */
export function naive(text: string): Answer[] {
  const marks = [...text.matchAll(/“[^”\n]*”|"[^"\n]*"|''[^\n]*?''/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const names = [...text.matchAll(/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)*/gu)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter((name) => !marks.some((mark) => mark.start <= name.start && name.start < mark.end));
  return marks
    .filter(({ start, end }) => text.slice(start, end).trim().split(/\s+/).length >= 3)
    .map((mark) => {
      const far = (name: { start: number; end: number }) =>
        name.start >= mark.end ? name.start - mark.end : mark.start - name.end;
      let speaker: { start: number; end: number } | undefined;
      for (const name of names) if (far(name) < 400 && (!speaker || far(name) < far(speaker))) speaker = name;
      return {
        ...mark,
        direct: true,
        speaker,
        names: speaker ? nameWords(text.slice(speaker.start, speaker.end)) : [],
      };
    });
}
