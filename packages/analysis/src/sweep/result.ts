import type { Concept } from '@demarche/engine';
import type { Gain, Verdict } from '../answer/result.ts';
import type { Interval } from './intervals.ts';
import type { SweepSettings } from './settings.ts';

/** How often something was the case, with its interval. */
export type Frequency = Interval & { readonly count: number; readonly share: number };

export type VerdictFrequencies = Readonly<Record<Verdict, Frequency>>;

export type SweptQuestion = {
  readonly question: string;
  readonly answers: VerdictFrequencies;
  /** The same among the samples in which an actor has a reading; actors with one reading are left out. */
  readonly byReading: readonly {
    readonly actor: string;
    readonly reading: string;
    readonly samples: number;
    readonly answers: VerdictFrequencies;
  }[];
};

export type SweptState = {
  readonly code: number;
  /** It comes to rest here, or in a cycle that passes here, on some way from now; undefined where only equilibria are counted. */
  readonly rest?: Frequency;
  readonly equilibrium: Readonly<Record<Concept, Frequency>>;
};

/** How often each answer holds when readings, priorities and likelihoods are drawn. */
export type SweepResult = {
  readonly settings: SweepSettings;
  /** Samples that were counted; fewer than asked for where it stopped early or was interrupted. */
  readonly samples: number;
  /** `shard`: all of one part of the samples, and none of the others. */
  readonly stopped: 'all-done' | 'narrow-enough' | 'interrupted' | 'shard';
  readonly interval: { readonly kind: 'clopper-pearson' | 'confidence-sequence'; readonly level: number };
  /** Samples that fell on `other`: none of the actor's readings, so no answer. */
  readonly none: Frequency;
  /** How often each reading was drawn. */
  readonly readings: readonly {
    readonly actor: string;
    readonly reading: string;
    readonly drawn: Frequency;
  }[];
  readonly questions: readonly SweptQuestion[];
  /** Per actor, how what it comes to compares with now; empty where no question asks who gains. */
  readonly gains: readonly {
    readonly actor: string;
    readonly changes: Readonly<Record<Gain['change'], Frequency>>;
  }[];
  /** States that are a rest or an equilibrium in some sample, ascending; undefined where there are too many to count. */
  readonly states?: readonly SweptState[];
};
