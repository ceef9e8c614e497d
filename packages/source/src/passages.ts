import { type Block, blockOf } from './block.ts';
import { candidatesOf } from './cues/candidates.ts';
import { announces, type Direct, directsOf } from './direct.ts';
import { isCue } from './lexicon.ts';
import { paragraphsOf } from './paragraphs.ts';
import { mainSubject } from './phrases.ts';
import type { Span } from './token.ts';

/** A reported passage before anybody asked who its speaker is. All offsets are UTF-16 units of the text. */
export type Passage = {
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly parts: readonly Span[];
  readonly cue: Span | undefined;
  readonly speaker: Span | undefined;
  /** Where the speaker is a relative pronoun: what it stands for. */
  readonly refers?: Span | undefined;
  /** It has no cue of its own: its speaker is that of the quotation before. */
  readonly inherited: boolean;
  readonly paragraph: number;
};

/** Every passage of a text that reports words, belief or intention, in order and without overlap of what they report. */
export function passagesOf(
  text: string,
  { headings = false }: { readonly headings?: boolean } = {},
): { readonly passages: Passage[]; readonly blocks: Block[] } {
  const blocks = paragraphsOf(text).map((paragraph, index) => blockOf(text, paragraph, index));
  const passages: Passage[] = [];
  let carried:
    | {
        cue: Span | undefined;
        speaker: Span | undefined;
        open: boolean;
        paragraph: number;
        last: Passage | undefined;
      }
    | undefined;
  const short = !headings && blocks.length > 2;
  for (const block of blocks) {
    if (short && isHeading(text, block)) continue;
    const before = blocks[block.index - 1];
    const announced = before && announces(before);
    const directs = directsOf(text, block);
    const taken: Passage[] = [];
    directs.forEach((direct, k) => {
      const spans = direct.quotations.map((q) => ({
        start: block.quotations[q]!.start,
        end: block.quotations[q]!.end,
      }));
      if (direct.from !== undefined)
        spans[0] = { start: block.tokens[direct.from]!.start, end: spans[0]!.end };
      const kind = direct.from === undefined ? 'direct' : 'mixed';
      const place = placeOf(block, direct);
      if (place.cue) {
        carried = { ...place, open: open(block, direct), paragraph: block.index, last: undefined };
        taken.push({ kind, parts: spans, ...place, inherited: false, paragraph: block.index });
        return;
      }
      if (k === 0 && announced && before) {
        const from = placeIn(before, announced);
        carried = { ...from, open: open(block, direct), paragraph: block.index, last: undefined };
        taken.push({ kind: 'direct', parts: spans, ...from, inherited: false, paragraph: block.index });
        return;
      }
      const near = carried && block.index - carried.paragraph <= 1 ? carried : undefined;
      const same = taken.at(-1);
      if (near && same) {
        // More of the same utterance, further on in the paragraph.
        taken[taken.length - 1] = { ...same, parts: [...same.parts, ...spans] };
        carried = { ...near, open: open(block, direct), paragraph: block.index };
        return;
      }
      if (near?.open && near.last && spans[0]!.start === block.start) {
        const at = passages.lastIndexOf(near.last);
        const longer = { ...near.last, parts: [...near.last.parts, ...spans] };
        passages[at] = longer;
        carried = { ...near, open: open(block, direct), paragraph: block.index, last: longer };
        return;
      }
      if (!alone(block, spans)) return;
      const speaker = near?.speaker ?? (before && subjectOfLast(before));
      const passage: Passage = {
        kind: 'direct',
        parts: spans,
        cue: undefined,
        speaker,
        inherited: true,
        paragraph: block.index,
      };
      if (speaker)
        carried = {
          cue: undefined,
          speaker,
          open: open(block, direct),
          paragraph: block.index,
          last: undefined,
        };
      taken.push(passage);
    });
    if (carried?.paragraph === block.index) carried = { ...carried, last: taken.at(-1) };
    for (const one of merged(block, taken, indirects(block))) passages.push(one);
  }
  return { passages, blocks };
}

/** A line of a few words that ends without a stop, a mark or a colon. */
function isHeading(text: string, { start, end, tokens }: Block): boolean {
  return tokens.length <= 25 && !/[.!?…:;”"’'»)]$/.test(text.slice(Math.max(start, end - 2), end));
}

/** Whether the quotation is its whole paragraph. */
function alone(block: Block, spans: readonly Span[]): boolean {
  return spans[0]!.start === block.start && block.end - spans.at(-1)!.end <= 1;
}

/** Who the last sentence of the paragraph before is about. */
function subjectOfLast(block: Block): Span | undefined {
  const sentence = block.sentences.length - 1;
  if (sentence < 0) return undefined;
  const found = mainSubject(block, sentence, block.sentences[sentence]!.end);
  return found && units(block, found);
}

function open(block: Block, direct: Direct): boolean {
  return !block.quotations[direct.quotations.at(-1)!]!.closed;
}

function placeOf(
  block: Block,
  { cue, speaker }: Direct,
): { cue: Span | undefined; speaker: Span | undefined } {
  return placeIn(block, { cue, speaker });
}

function placeIn(
  block: Block,
  { cue, speaker }: { readonly cue: Span | undefined; readonly speaker: Span | undefined },
): { cue: Span | undefined; speaker: Span | undefined } {
  return { cue: cue && units(block, cue), speaker: speaker && units(block, speaker) };
}

function units({ tokens }: Block, { start, end }: Span): Span {
  return { start: tokens[start]!.start, end: tokens[end - 1]!.end };
}

function indirects(block: Block): Passage[] {
  const out: Passage[] = [];
  for (let sentence = 0; sentence < block.sentences.length; sentence++) {
    let reach = -1;
    for (const found of candidatesOf(block, sentence, isCue)) {
      // What stands inside a reported clause is part of it.
      if (found.cue.start < reach) continue;
      const parts = found.parts
        .filter(({ start, end }) => start < end && end > reach)
        .map(({ start, end }) => ({ start: Math.max(start, reach), end }));
      if (parts.length === 0) continue;
      const last = parts.at(-1)!;
      if (found.cue.start < last.start || parts.length > 1) reach = last.end;
      out.push({
        kind: quoted(block, parts) ? 'mixed' : 'indirect',
        parts: parts.map((part) => units(block, part)),
        cue: units(block, found.cue),
        speaker: found.speaker && units(block, found.speaker),
        refers: found.refers && units(block, found.refers),
        inherited: false,
        paragraph: block.index,
      });
    }
  }
  return out;
}

function quoted({ inside }: Block, parts: readonly Span[]): boolean {
  return parts.some(({ start, end }) => inside.slice(start, end).some((q) => q >= 0));
}

/** Quotations with a cue of their own come before what a sentence reports around them. */
function merged(_block: Block, directs: readonly Passage[], others: readonly Passage[]): Passage[] {
  const out: Passage[] = [...directs];
  for (const other of others) {
    const clash = directs.find((direct) => overlaps(direct, other));
    if (clash) {
      // The sentence reports more than the quotation does, by the same cue: one mixed passage.
      if (clash.cue && other.cue && clash.cue.start === other.cue.start) continue;
      if (clash.cue && !clash.inherited) continue;
      out.splice(out.indexOf(clash), 1, ...(out.includes(other) ? [] : [other]));
      continue;
    }
    out.push(other);
  }
  return out.sort((a, b) => a.parts[0]!.start - b.parts[0]!.start);
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.parts.some((x) => b.parts.some((y) => x.start < y.end && y.start < x.end));
}
