/** A word or mark of a paragraph. `start` and `end` are UTF-16 offsets into the whole text. */
export type Token = {
  readonly text: string;
  readonly lower: string;
  /** Dictionary form, as the tagger has it. */
  readonly lemma: string;
  /** Universal part of speech. */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
};

/** Half-open range; of what, the place that uses it says. */
export type Span = { readonly start: number; readonly end: number };
