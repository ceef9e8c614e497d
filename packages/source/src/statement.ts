/** Half-open range in Unicode code points of the text that was read. */
export type Range = { readonly start: number; readonly end: number };

/** A piece of the text with where it stands. */
export type Mention = Range & { readonly text: string };

/** A person, a body, or a group that has no name (“coastal towns”), after merging all mentions of it. */
export type Speaker = {
  /** `w1`, `w2`, … in the order in which they first speak. */
  readonly id: string;
  /** The fullest name that the text gives, or the description as it stands. */
  readonly name: string;
  readonly kind: 'person' | 'body' | 'group';
  /** Other names that the text uses, without the full one. */
  readonly aliases: readonly string[];
  /** Offices and roles as the text states them. */
  readonly roles: readonly string[];
  /** Bodies that a role ties it to. */
  readonly affiliations: readonly string[];
};

/** A passage that reports what somebody says, believes, intends or fears. */
export type Statement = Range & {
  /** `direct`: all of it between quotation marks. `mixed`: quotation marks around part of it. `indirect`: none. */
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** What is reported, without the words that say by whom: several pieces where “she said” stands in the middle. */
  readonly parts: readonly Range[];
  /** The words that mark the report: “said”, “according to”. */
  readonly cue?: Mention;
  /** The mention of the speaker as it stands. */
  readonly speaker?: Mention;
  /** Who that is: an id of `speakers`. Absent where nobody is named or the mention could not be resolved. */
  readonly who?: string;
  /** The quotation has no cue of its own; its speaker is that of the one before. */
  readonly inherited?: true;
  /** Paragraph, counted from 0 over the lines that hold anything. */
  readonly paragraph: number;
};

/** What the text says against itself: one person introduced under an office as held and as formerly held. */
export type Contradiction = {
  readonly kind: 'office';
  readonly name: string;
  /** Set when the person is one of `speakers`. */
  readonly who?: string;
  readonly office: string;
  readonly held: readonly Mention[];
  readonly former: readonly Mention[];
};

export type Reading = {
  readonly statements: readonly Statement[];
  readonly speakers: readonly Speaker[];
  readonly contradictions: readonly Contradiction[];
  /** Length of the text in code points. */
  readonly length: number;
};
