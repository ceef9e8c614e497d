import type { ByReading, Estimate } from './result.ts';

/**
 * The probability of a conclusion. `other` is in no cell of the grid: `low` and `high` take the conclusion to be false and true
 * under it, `point` halfway; `unexplained` is how much of the point that concerns, p(other).
 */
export type Chance = Estimate & { readonly unexplained: number };

/** The reading with the greatest p(h) · |c(h) − c(without h)|. */
export type Carrying = { readonly reading: string; readonly effect: number };

/** The prior of a reading at which P(c) = ½, the others in proportion. */
export type TippingPrior = {
  readonly reading: string;
  readonly from: number;
  /** Undefined where no prior brings it to ½. */
  readonly to?: number;
  /** B: how many times likelier all items are under the reading than under the weighted rest; undefined where the rest excludes them. */
  readonly ratio?: number;
};

export type Leverage = {
  /** An item's id, or a group's. */
  readonly item: string;
  /** Of a group of several statements: all of them are left out. */
  readonly members?: readonly string[];
  readonly without: Chance;
  /** P(c) without it less P(c). */
  readonly change: number;
  /** The strength ρ of the item at which P(c) crosses ½, the nearest to its own; undefined for moves, groups and where none does. */
  readonly crossing?: number;
};

export type Observed = {
  readonly probability: number;
  readonly chance: number;
  readonly posterior: ByReading<number>;
};

/** An observation not yet made: what it would say if it were made and if it were looked for in vain. */
export type LookedFor = {
  readonly id: string;
  readonly label: string;
  readonly seen: Observed;
  readonly unseen: Observed;
  /** Σ P(e) · |P(c | e) − P(c)|: how far it is expected to move the conclusion. */
  readonly value: number;
};

/** A conclusion that holds under each reading of an actor in a share c(h) of profiles. */
export type Conclusion = {
  readonly holds: ByReading<number>;
  readonly chance: Chance;
  /** All readings that may have p(h) > 0.01 agree: it holds in every profile under each of them, or in none. */
  readonly robust: boolean;
  /** Undefined where no reading changes it. */
  readonly carrying?: Carrying;
  readonly tipping: readonly TippingPrior[];
  /** Greatest change first: the first is the carrying item. */
  readonly leverage: readonly Leverage[];
  /** Greatest value first: the collection plan. */
  readonly lookFor: readonly LookedFor[];
};
