import type { Wish } from './question.ts';

/** Somebody who can do something. */
export type Party = {
  readonly id: string;
  readonly name: string;
  /** Names of who speaks for it in the source. */
  readonly voices: readonly string[];
};

/** Something that a party can do, alone or with others. */
export type Act = {
  /** As the case's expressions name it. */
  readonly id: string;
  readonly label: string;
  readonly by: readonly string[];
};

/** What somebody takes a party to want. */
export type View = {
  readonly party: string;
  readonly holders: readonly string[];
  /** The most important first; undefined as long as nobody was asked. */
  readonly wishes: readonly Wish[];
  /** Positions in the material's passages, with what each says in the coder's words. */
  readonly grounds: readonly { readonly passage: number; readonly gist: string }[];
};

export type Ready = {
  readonly id: string;
  readonly ask: string;
  /** Undefined: who is better or worse off where it comes to rest. */
  readonly holds?: string;
};

/** What the replies so far have settled. What is undefined was not asked yet. */
export type Draft = {
  coder?: string;
  title?: string;
  keep?: boolean;
  parties?: readonly Party[];
  acts?: readonly Act[];
  facts?: readonly { readonly id: string; readonly label: string }[];
  lasting?: readonly string[];
  /** By act: what must be so first. */
  after?: Readonly<Record<string, readonly string[]>>;
  /** By act: the agreement that keeps it from being taken back. */
  bound?: Readonly<Record<string, readonly string[]>>;
  apart?: readonly (readonly [string, string])[];
  now?: readonly string[];
  views: readonly View[];
  questions?: readonly Ready[];
};
