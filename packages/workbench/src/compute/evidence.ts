import {
  answerCase,
  type Bearing,
  bearingsOf,
  type Matrix,
  matrixOf,
  type Weighed,
  weighActor,
  withoutItems,
} from '@demarche/analysis';
import type { Case } from '@demarche/case';

/** The readings of one actor, weighed, with what that does to the answers. */
export type EvidenceView = {
  readonly weighed: Weighed;
  readonly matrix: Matrix;
  readonly bearings: readonly Bearing[];
};

export type EvidenceAsked = {
  readonly actor: string;
  /** Items taken out, to see what flips. */
  readonly without: readonly string[];
};

/** The evidence on one actor, with the items asked for left out. Undefined where the case says nothing of it. */
export function evidenceView(found: Case, { actor, without }: EvidenceAsked): EvidenceView | undefined {
  const at = found.actors.findIndex(({ id }) => id === actor);
  if (at === -1) return undefined;
  const left = withoutItems(found, without)?.case;
  if (!left) return undefined;
  const weighed = weighActor(left, at);
  const answer = left.now ? answerCase(left, { robustness: false }) : undefined;
  return {
    weighed,
    matrix: matrixOf(left, weighed),
    bearings: answer ? bearingsOf(left, answer, at) : [],
  };
}
