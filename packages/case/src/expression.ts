/** The expression language of the case file, parsed; names are resolved to what they stand for. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** An option, fact, joint option, term, or (graph form) state, by the id the file uses. */
  | { readonly kind: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'and' | 'or' | 'xor' | 'implies' | 'iff';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'count';
      readonly bound: 'exactly' | 'at least' | 'at most';
      readonly n: number;
      readonly of: readonly Expression[];
    };
