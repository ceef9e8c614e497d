export { AssistError, type AssistProblem } from './assist/assist-error.ts';
export { type ProposalAdded, proposalsInto } from './assist/proposals-into.ts';
export type { Proposed } from './assist/proposed.ts';
export { type Cost, costOf } from './assist/requests.ts';
export { speakerAt } from './assist/speaker-at.ts';
export { type Refused, type Vetted, vet } from './assist/vet.ts';
export { type Coded, type Compared, compareCoded } from './compare.ts';
export { caseOf, type InterviewCase, textPath } from './interview/case-of.ts';
export type { Assumed } from './interview/complete.ts';
export { answer, back, beginInterview, type Interview, questionOf } from './interview/interview.ts';
export { lineOf, replyFromLine } from './interview/line.ts';
export { type FoundName, type FoundPassage, type Material, materialOf } from './interview/material.ts';
export type { Choice, Literal, Problem, Question, Reply, Wish } from './interview/question.ts';
export { interviewFrom } from './interview/saved.ts';
export { type AnnotationsInto, type AnnotationsOptions, annotationsInto } from './into/annotations-into.ts';
export { type Added, type IntoCase, type IntoOptions, intoCase } from './into/into-case.ts';
export type { Incoming } from './into/source-in-case.ts';
export { type SourcesInto, sourcesInto } from './into/sources-into.ts';
export { type ReadOptions, readText } from './read-text.ts';
export { type FoldedText, foldedText } from './reanchor/folded-text.ts';
export { type Anchor, anchorIn, type Candidate, type Reanchored, reanchor } from './reanchor/reanchor.ts';
export { reanchorSource, type SourceReanchored } from './reanchor/reanchor-case.ts';
export type { Contradiction, Mention, Range, Reading, Speaker, Statement } from './statement.ts';
export type { Hints } from './text-in/format.ts';
export { textLimits } from './text-in/limits.ts';
export { MissingPackage } from './text-in/needed.ts';
export {
  type About,
  type NoText,
  type SourceText,
  type TextFormat,
  textFormats,
} from './text-in/source-text.ts';
export { textFrom } from './text-in/text-in.ts';
