import { expect } from 'vitest';
import { readText } from '../src/index.ts';

/** Reads a text, and looks whether everything found stands where the reader says. */
export function expectOffsetsToStand(text: string): void {
  const { statements, speakers, contradictions, length } = readText(text);
  const points = Array.from(text);
  expect(length).toBe(points.length);
  const ids = new Set(speakers.map(({ id }) => id));
  const inside = ({ start, end }: { start: number; end: number }) => {
    if (!(Number.isInteger(start) && 0 <= start && start < end && end <= points.length))
      throw new Error(`${start}..${end} of ${points.length}`);
  };
  const stands = (mention: { start: number; end: number; text: string }) => {
    inside(mention);
    expect(points.slice(mention.start, mention.end).join('')).toBe(mention.text);
  };
  for (const { start, end, parts, cue, speaker, who } of statements) {
    inside({ start, end });
    expect([parts[0]!.start, parts.at(-1)!.end]).toEqual([start, end]);
    let last = start;
    for (const part of parts) {
      inside(part);
      expect(part.start).toBeGreaterThanOrEqual(last);
      last = part.end;
    }
    if (cue) stands(cue);
    if (speaker) stands(speaker);
    if (who !== undefined) expect(ids.has(who)).toBe(true);
  }
  for (const { held, former } of contradictions) for (const one of [...held, ...former]) stands(one);
}
