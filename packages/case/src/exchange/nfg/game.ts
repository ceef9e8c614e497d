/** A game in normal form. Contingencies go with the first player's strategy fastest, as Gambit lists them. */
export type NormalForm = {
  readonly title: string;
  readonly players: readonly { readonly name: string; readonly strategies: readonly string[] }[];
  /** Per contingency, per player. */
  readonly payoffs: readonly (readonly number[])[];
  /** Named outcomes with the contingencies that lead to them; empty in the payoff version. */
  readonly outcomes: readonly { readonly name: string; readonly at: readonly number[] }[];
};
