import type { Span } from '../token.ts';

/**
 * A passage that may report words, belief or intention. `key` is what the lexicon admits or not: the cue's dictionary form and what
 * follows it (`say that`, `want to`, `call for`). Spans are ranges of token indices of the block.
 */
export type Candidate = {
  readonly key: string;
  readonly cue: Span;
  readonly speaker: Span | undefined;
  /** Where the speaker is a relative pronoun: what it stands for. */
  readonly refers?: Span | undefined;
  readonly parts: readonly Span[];
};

export type Subjectlike = Span & { readonly refers?: Span | undefined };
