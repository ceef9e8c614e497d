import type { Expression } from './expression.ts';

/** A judgement's grounds: statement ids it rests on, and a note. What has neither statements nor evidence is an assumption. */
export type Grounds = { readonly because: readonly string[]; readonly note?: string };

/** An expression as the analyst wrote it, parsed. */
export type Formula = { readonly text: string; readonly expression: Expression };

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly published?: string;
  readonly text?: string;
  readonly sha256?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly language?: string;
  readonly archived?: string;
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly withhold: boolean;
};

export type StatementKind =
  | 'aim'
  | 'act'
  | 'belief'
  | 'assessment'
  | 'constraint'
  | 'capability'
  | 'circumstance';

export type Statement = {
  readonly id: string;
  readonly in: string;
  /** Half-open range in Unicode code points of the source's text. */
  readonly at?: { readonly start: number; readonly end: number };
  readonly hash?: string;
  readonly by?: string;
  readonly holder?: string;
  readonly via?: string;
  readonly date?: string;
  readonly kind?: StatementKind;
  readonly disputes: readonly string[];
  readonly about: readonly string[];
  readonly gist?: string;
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  readonly note?: string;
  readonly withhold: boolean;
  readonly anchor: AnchorState;
};

/** A statement that a model proposed and nobody has decided on: it stands beside the case and counts nowhere. */
export type Proposal = Statement & { readonly model: string };

/** What a person decided on a proposal; the proposal is kept as it was made. */
export type ProposalDecision = {
  readonly statement: string;
  readonly model: string;
  readonly decision: 'accepted' | 'rejected';
  readonly in: string;
  readonly hash?: string;
};

/** `unverified`: no text, no range or no hash at hand; `failed` ones are errors, so that a case that loads has none. */
export type AnchorState = 'verified' | 'unverified' | 'failed';

/** Option k of `Case.options` is bit k of a state code: actors in file order, options in file order, joint options last. */
export type CaseOption = {
  /** `russia.press`, or the bare id of a joint option. */
  readonly id: string;
  readonly name: string;
  /** Indices into `Case.actors`. */
  readonly owners: readonly number[];
  readonly mode: 'single' | 'all' | 'any';
  readonly direction: 'both' | 'forward' | 'back';
  readonly gate?: Formula & Grounds;
  readonly lock?: Formula & Grounds;
  /** Grounds of the one-way declaration. */
  readonly oneWay?: Grounds;
};

export type Actor = { readonly id: string; readonly name: string; readonly note?: string };
export type Fact = { readonly id: string; readonly name: string };
export type Term = Formula & Partial<Grounds> & { readonly id: string; readonly name?: string };
export type Impossible = Formula & Grounds;
/** All states that satisfy it are one. */
export type OneState = Formula & Grounds & { readonly name?: string };

/** A line of `prefers`: one formula, or several that are equally important and counted (a nested list). */
export type Priority = Grounds & { readonly that: readonly Formula[] };

export type Order =
  | { readonly kind: 'prefers'; readonly priorities: readonly Priority[] }
  /** Classes from best to worst; a state takes the first class one of whose formulas it satisfies. */
  | { readonly kind: 'ranking'; readonly classes: readonly (readonly Formula[])[] }
  | { readonly kind: 'scores'; readonly scores: readonly (Formula & { readonly weight: number })[] }
  /** One number per state feasible without a scenario, in ascending code. */
  | { readonly kind: 'payoffs'; readonly payoffs: readonly number[] };

export type Reading = Grounds & {
  readonly id: string;
  readonly label: string;
  readonly heldBy: readonly string[];
  readonly family?: string;
  /** Prior odds as stated; undefined where nobody stated them. */
  readonly weight?: number;
  readonly dispersion?: number;
  readonly order: Order;
};

export type Belief = Grounds & {
  readonly holder: number;
  readonly about: number;
  readonly reading: string;
  /** Second level: what `holder` takes `of` to believe of `about`. */
  readonly of?: number;
};

/** An option that an actor does not see, by its position. */
export type Unaware = Grounds & { readonly option: number };

export type Likelihood = { readonly low: number; readonly high: number; readonly said?: string } | 'NA';

export type Evidence = Grounds & {
  /** The statement's id, or `absent-1`, `assumption-2`, … by position. */
  readonly id: string;
  readonly source:
    | { readonly kind: 'statement'; readonly statement: string }
    | { readonly kind: 'absent' | 'assumption'; readonly text: string };
  readonly actor: number;
  /** By reading id. */
  readonly likelihood: Readonly<Record<string, Likelihood>>;
  readonly group?: string;
  readonly independent: boolean;
  readonly strength?: { readonly low: number; readonly high: number };
};

export type LookFor = Grounds & {
  readonly id: string;
  readonly actor: number;
  readonly label: string;
  readonly strength?: { readonly low: number; readonly high: number };
  readonly likelihood: Readonly<Record<string, Likelihood>>;
};

/** Options taken and facts that hold, applied in order on top of nothing; `now` stands for the case's own list. */
export type Setting = readonly { readonly id: string; readonly value: boolean }[];

export type SeenMove = Grounds & {
  readonly id: string;
  readonly actor: number;
  readonly date?: string;
  readonly menu?: readonly { readonly id: string; readonly expects: Setting }[];
  readonly chose?: string;
  readonly from?: Setting;
  readonly to?: Setting;
};

export type Scenario = Grounds & {
  readonly id: string;
  readonly label: string;
  readonly start: Readonly<Record<string, boolean>>;
  readonly fix: Readonly<Record<string, boolean>>;
};

export type Question = Grounds & {
  readonly id: string;
  readonly ask: string;
  readonly kind: 'holds' | 'gains';
  readonly holdsWhen?: Formula;
};

export type Weighing = {
  readonly precision: readonly number[];
  readonly other: Readonly<Record<string, number>>;
  readonly reliability: Readonly<Record<string, number>>;
  readonly credibility: Readonly<Record<string, number>>;
  readonly foresight: 'none' | 'held';
};

/** A case that has no errors: every name resolves, every default is filled in. */
export type Case = {
  readonly file: string;
  /** Of the bytes of the case file. */
  readonly sha256: string;
  readonly title: string;
  readonly asOf?: string;
  readonly summary?: string;
  readonly sources: readonly Source[];
  readonly statements: readonly Statement[];
  readonly proposals: readonly Proposal[];
  readonly decided: readonly ProposalDecision[];
  readonly actors: readonly Actor[];
  readonly options: readonly CaseOption[];
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
  readonly impossible: readonly Impossible[];
  readonly coalesce: readonly OneState[];
  /** Graph form: states and moves instead of options; undefined in option form. */
  readonly graph?: {
    readonly states: readonly { readonly id: string; readonly name: string }[];
    /** Per actor, from state position to positions. */
    readonly moves: readonly Readonly<Record<number, readonly number[]>>[];
  };
  /** Undefined where the file has no `now`. Ids of options taken and facts that hold. */
  readonly now?: readonly string[];
  /** Per actor, in file order. */
  readonly readings: readonly (readonly Reading[])[];
  readonly beliefs: readonly Belief[];
  /** Per actor, options that it does not see. */
  readonly unaware: readonly (readonly Unaware[])[];
  /** Per actor, states that it does not reckon with. */
  readonly unperceived: readonly (readonly (Formula & Grounds)[])[];
  readonly evidence: readonly Evidence[];
  readonly lookFor: readonly LookFor[];
  readonly weighing: Weighing;
  readonly movesSeen: readonly SeenMove[];
  readonly scenarios: readonly Scenario[];
  readonly questions: readonly Question[];
};
