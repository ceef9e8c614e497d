import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Half-open range of UTF-16 units. */
type Range = { readonly start: number; readonly end: number };

/** One attribution of the corpus, cut to its hull. A passage is direct if a mark opens it. */
export type Attribution = Range & {
  readonly direct: boolean;
  /** Absent where the corpus says that nobody is named. */
  readonly speaker: Range | undefined;
  readonly cue: string;
};
export type Article = {
  readonly name: string;
  readonly publisher: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
};

/** Whether a passage that begins so is opened by a quotation mark. */
export const opensWithMark = (passage: string): boolean => /^(?:["“”„«‘'`])/.test(passage);

/**
 * The articles of one part of PolNeAR (Newell, Margolin and Ruths, 2018). Some were annotated by all annotators; of those the first by
 * file name is taken.
 */
export function loadPart(folder: string, part: 'train' | 'dev' | 'test'): Article[] {
  const root = [join(folder, 'data', part), join(folder, part)].find((path) => existsSync(path));
  if (root === undefined) throw new Error(`no folder data/${part} in ${folder}`);
  const files = new Map<string, string>();
  for (const file of readdirSync(join(root, 'attributions')).sort()) {
    const name = file.replace(/_[0-9a-f]+\.ann$/, '');
    if (!files.has(name)) files.set(name, file);
  }
  return [...files].map(([name, file]) => {
    const text = readFileSync(join(root, 'text', `${name}.txt`), 'utf8');
    const notes = readFileSync(join(root, 'attributions', file), 'utf8');
    return { name, publisher: name.split('_')[0]!, text, attributions: attributionsOf(text, notes) };
  });
}

/** The stand-off notation of the brat annotation tool; its offsets are code points. */
export function attributionsOf(text: string, notes: string): Attribution[] {
  const units = unitsOf(text);
  const spans = new Map<string, Range>();
  for (const [, id, ranges] of notes.matchAll(/^(T\d+)\t\S+ ([\d; ]+)\t/gm)) {
    const numbers = ranges!.split(/[; ]/).map(Number);
    const hull = { start: units[Math.min(...numbers)], end: units[Math.max(...numbers)] };
    if (hull.start !== undefined && hull.end !== undefined)
      spans.set(id!, { start: hull.start, end: hull.end });
  }
  const out: Attribution[] = [];
  for (const [, roles] of notes.matchAll(/^E\d+\t(.+)$/gm)) {
    const of = (role: string) => {
      const found = [...roles!.matchAll(new RegExp(`\\b${role}\\d*:(T\\d+)`, 'g'))].flatMap(
        ([, id]) => spans.get(id!) ?? [],
      );
      return found.length === 0
        ? undefined
        : {
            start: Math.min(...found.map(({ start }) => start)),
            end: Math.max(...found.map(({ end }) => end)),
          };
    };
    const content = of('Content');
    if (!content) continue;
    const cue = of('Cue');
    out.push({
      ...content,
      direct: opensWithMark(text.slice(content.start, content.end)),
      speaker: of('Source'),
      cue: cue ? text.slice(cue.start, cue.end) : '',
    });
  }
  return out;
}

/** UTF-16 offset of each code point, and of the end. */
function unitsOf(text: string): number[] {
  const out: number[] = [];
  let at = 0;
  for (const point of text) {
    out.push(at);
    at += point.length;
  }
  out.push(at);
  return out;
}
