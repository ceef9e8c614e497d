import type { Agreements, Beliefs } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept, SanctionRule } from '@demarche/engine';
import type { Claims } from './claims.ts';
import type { OpenText, Withheld } from './open-text.ts';

/** How the answers of a report were asked for. */
export type Asked = {
  readonly concepts: readonly Concept[];
  readonly agreements: Agreements;
  readonly sanctions: SanctionRule;
  /** The first is the headline's. */
  readonly beliefs: readonly Beliefs[];
  /** Actors held to one reading. */
  readonly reading: Readonly<Record<string, string>>;
  /** One scenario, or null for things as they stand; left out: all of them. */
  readonly scenario?: string | null | undefined;
  /** Statements, sources and items that were withdrawn. */
  readonly without: readonly string[];
  /** Of a grid that is too large to be computed whole. */
  readonly seed: number;
};

/** What a report carries, so that a reader can compute it again and see it otherwise: all of it plain data. */
export type ReportRecord = {
  /** Version of this form. */
  readonly record: 1;
  /** Of the program that wrote the report. */
  readonly version: string;
  readonly case: {
    readonly text: string;
    /** What the file is called, without a folder. */
    readonly name: string;
    /** Of the file that was computed, before anything withheld was taken out. */
    readonly sha256: string;
    readonly withheld?: Withheld | undefined;
  };
  readonly asked: Asked;
  /** Statements whose anchors were verified when the report was made. */
  readonly verified: readonly string[];
  /** Passages that the report prints, by statement. */
  readonly passages: Readonly<Record<string, string>>;
  /** What the report says that comes out. */
  readonly claims: Claims;
};

export type BasisParts = Pick<ReportRecord, 'version' | 'asked' | 'passages'> & {
  /** The case of the whole file. */
  readonly found: Case;
  readonly open: OpenText;
};

/** What a record of a case is computed from. */
export function basisOf({
  found,
  open,
  version,
  asked,
  passages,
}: BasisParts): Omit<ReportRecord, 'record' | 'claims'> {
  return {
    version,
    case: {
      text: open.text,
      name: found.file.slice(Math.max(found.file.lastIndexOf('/'), found.file.lastIndexOf('\\')) + 1),
      sha256: found.sha256,
      ...(open.withheld ? { withheld: open.withheld } : {}),
    },
    asked,
    verified: found.statements.filter(({ anchor }) => anchor === 'verified').map(({ id }) => id),
    passages,
  };
}
