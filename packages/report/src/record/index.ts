export { type Claims, claimsOf } from './claims.ts';
export { answerAsked, type Basis, type Computed, caseOf, compute, livePage } from './compute.ts';
export { type ClaimDifference, claimDifferences } from './differences.ts';
export { type OpenText, openText, type Withheld } from './open-text.ts';
export { differingLines, type PageLines } from './page-lines.ts';
export { parseRecord, readRecord } from './read-record.ts';
export { type Asked, basisOf, type ReportRecord } from './record.ts';
export { type Verified, type Verifier, verifyRecord } from './verify.ts';
