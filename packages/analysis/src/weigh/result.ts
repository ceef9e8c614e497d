import type { Evidence } from '@demarche/case';

export type Range = { readonly low: number; readonly high: number };

/** A number in a range. `point` is what follows from the middle of every range that was stated. */
export type Estimate = { readonly low: number; readonly point: number; readonly high: number };

/** By reading id in file order, and then `other` where it is declared. */
export type ByReading<T> = Readonly<Record<string, T>>;

/** Where a strength comes from: stated in the case, the Admiralty codes, or nothing at all (then it is unknown). */
export type StrengthFrom =
  | { readonly kind: 'stated' }
  | { readonly kind: 'codes'; readonly reliability: string; readonly credibility: string }
  | { readonly kind: 'none' };

export type WeighedStatement = {
  /** Of the item of evidence: the statement's id, or `absent-1`, `assumption-2`. */
  readonly id: string;
  readonly source: Evidence['source'];
  /** Id of the group that it counts in; its weight there is one over the number of members. */
  readonly group: string;
  readonly strength: Estimate;
  readonly strengthFrom: StrengthFrom;
  /** `said` is the phrase or mark as written: print word and number together. */
  readonly likelihood: ByReading<Estimate & { readonly said?: string }>;
  /** P(e | h) = ρ L + (1 − ρ)/2. */
  readonly chance: ByReading<Estimate>;
  /** log10 of P(e | h) against the mean over the other readings, at the points. */
  readonly bans: ByReading<number>;
  /** Largest less smallest of `bans`. */
  readonly diagnosticity: number;
  /** An aim that the actor states for itself. */
  readonly ownAim: boolean;
};

/** Statements of one origin: they count once, with the geometric mean of their chances. */
export type WeighedGroup = {
  readonly id: string;
  readonly members: readonly string[];
  readonly chance: ByReading<Estimate>;
  readonly bans: ByReading<number>;
  readonly diagnosticity: number;
};

export type WeighedMove = {
  readonly id: string;
  readonly date?: string;
  /** `menu`: as the case gives it. `states`: from, to and what the actor can reach alone, what no priority tells apart once. */
  readonly form: 'menu' | 'states';
  readonly menu: readonly {
    readonly id: string;
    /** The state expected to follow, facts in it left out. */
    readonly code: number;
    /** How many states it stands for. */
    readonly states: number;
    /** u in [0, 1]. */
    readonly score: ByReading<number>;
  }[];
  readonly chose: string;
  /**
   * `priorities`: the priority score. `rank`: rank within the menu, because the reading's order has no scale. `unjudged`: the
   * order says nothing of a state on the menu (a payoff for a state that is not feasible), so every choice is equally likely.
   */
  readonly scale: ByReading<'priorities' | 'rank' | 'unjudged'>;
  /** Readings whose priorities cannot tell what was chosen from the alternatives. */
  readonly silent: readonly string[];
  /** P(m | h), this move alone, averaged over λ. */
  readonly chance: ByReading<number>;
  readonly bans: ByReading<number>;
  readonly diagnosticity: number;
};

/** How precisely the actor chooses: one λ for all its moves. */
export type Precision = {
  readonly grid: readonly number[];
  /** By position in the grid, given that one of the readings (not `other`) is true. */
  readonly posterior: readonly number[];
  /** λ = 0 is the most probable: no reading explains what the actor did. */
  readonly unexplained: boolean;
};

/** What the actor says beside what it does. */
export type StatedRevealed = {
  /** Ids of its own statements of aim, and of its moves. */
  readonly words: readonly string[];
  readonly moves: readonly string[];
  readonly stated: ByReading<number>;
  readonly revealed: ByReading<number>;
  /**
   * Kullback–Leibler divergence of *revealed* from *stated* in bits, Σ revealed · log2(revealed / stated): how much whoever
   * takes the words for the truth is misled by. Undefined where one side has no items, or the words exclude what the moves do not.
   */
  readonly bits?: number;
};

export type LeftOut = { readonly id: string; readonly why: 'not-applicable' | 'withdrawn' };

/** The readings of one actor, weighed. */
export type Weighed = {
  readonly actor: string;
  /** Readings in file order, and `other` where it is declared. */
  readonly readings: readonly string[];
  readonly prior: ByReading<number>;
  /** Whether anybody stated a weight; else the prior is even over families and the report says that nobody stated it. */
  readonly priorStated: boolean;
  readonly statements: readonly WeighedStatement[];
  readonly groups: readonly WeighedGroup[];
  readonly moves: readonly WeighedMove[];
  /** All moves together: P(moves | h), one λ for all. */
  readonly together: { readonly chance: ByReading<number>; readonly bans: ByReading<number> };
  readonly precision: Precision;
  /** `used` is `none` where foresight is asked for and nobody computes it. */
  readonly foresight: { readonly asked: 'none' | 'held'; readonly used: 'none' | 'held' };
  readonly leftOut: readonly LeftOut[];
  /** Nothing is left: every reading is excluded by some item. All points are then zero. */
  readonly contradictory: boolean;
  readonly posterior: ByReading<Estimate>;
  readonly wordsOnly: ByReading<number>;
  readonly movesOnly: ByReading<number>;
  /** The posterior as it builds up: after the prior, each group in order, then all moves together. */
  readonly waterfall: readonly { readonly after: string; readonly posterior: ByReading<number> }[];
  readonly statedRevealed: StatedRevealed;
  /** Leave-one-out: the posterior without each item. */
  readonly removals: readonly { readonly item: string; readonly posterior: ByReading<Estimate> }[];
  /** The tables as used, to be printed. */
  readonly tables: {
    readonly reliability: Readonly<Record<string, number>>;
    readonly credibility: Readonly<Record<string, number>>;
    readonly unknown: Range;
  };
};
