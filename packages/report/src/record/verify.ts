import { anchorHash, type Case, LimitError, RankedApart, readCase, sha256 } from '@demarche/case';
import { caseOf, compute, livePage } from './compute.ts';
import { type ClaimDifference, claimDifferences } from './differences.ts';
import { differingLines, type PageLines } from './page-lines.ts';
import type { ReportRecord } from './record.ts';

/** The program that verifies: its version, and the script that it puts into reports, if that is to be compared. */
export type Verifier = { readonly version: string; readonly script?: string };

export type Verified = {
  /** Nothing was found that does not stand. */
  readonly stands: boolean;
  /** Why nothing could be computed; the rest is empty then. */
  readonly problems: readonly string[];
  /** How much was computed again. */
  readonly computed?: { readonly cells: number; readonly questions: number };
  /** Where the numbers that the report carries are not those that come out. */
  readonly differences: readonly ClaimDifference[];
  /** Whether the page is, byte for byte, what this version writes; undefined where another version wrote it. */
  readonly page?: 'same' | 'other-script' | 'other-words' | 'other-markup';
  readonly lines: PageLines;
  /** Passages that the report prints: how many are those that were hashed, and which are not. */
  readonly passages: { readonly hashed: number; readonly wrong: readonly string[] };
};

const nothing = { differences: [], lines: { says: [], should: [] }, passages: { hashed: 0, wrong: [] } };

/**
 * Computes what a report carries again. A page of this very version is compared as a whole, since the same case gives the same
 * bytes; of another version's the numbers, since its words may be others.
 */
export function verifyRecord(
  record: ReportRecord,
  page: string,
  verifier: Verifier,
  onStep?: (done: number, all: number) => void,
): Verified {
  const problems = problemsOf(record);
  const found = problems.length > 0 ? undefined : caseOf(record);
  if (!found?.now) {
    const why =
      problems.length > 0
        ? problems
        : ['the case does not say how things are now, or withdraws what it does not have'];
    return { ...nothing, stands: false, problems: why };
  }
  const unknown = unknownIn(found, record);
  if (unknown.length > 0) return { ...nothing, stands: false, problems: unknown };
  let computed: ReturnType<typeof compute>;
  try {
    computed = compute(found, record, onStep);
  } catch (error) {
    if (error instanceof LimitError || error instanceof RankedApart)
      return { ...nothing, stands: false, problems: [error.message] };
    throw error;
  }
  const differences = claimDifferences(record.claims, computed.claims);
  const passages = passagesIn(found, record);
  const { script } = verifier;
  const { claims: _, record: __, ...basis } = record;
  const expected =
    script === undefined ? undefined : livePage({ ...basis, version: verifier.version }, computed, script);
  const compared =
    expected === undefined || script === undefined ? undefined : comparePages(page, expected, script);
  return {
    stands:
      differences.length === 0 &&
      passages.wrong.length === 0 &&
      (compared === undefined || compared.page === 'same'),
    problems: [],
    computed: { cells: computed.claims.cells, questions: found.questions.length },
    differences,
    ...(compared ?? { lines: nothing.lines }),
    passages,
  };
}

/** Errors of the carried case; that its file is another than it says. */
function problemsOf({ case: { text, sha256: stated, withheld, name } }: ReportRecord): readonly string[] {
  if (!withheld && sha256(text) !== stated)
    return ['the case that the report carries is not the one that it names by its sha256'];
  return readCase(text, { file: name })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message, range }) => `${name}:${range.line}:${range.column}: ${message}`);
}

/** Names that the settings use and the case does not have. */
function unknownIn(found: Case, { asked }: ReportRecord): readonly string[] {
  const readings = Object.entries(asked.reading).flatMap(([actor, reading]) => {
    const i = found.actors.findIndex(({ id }) => id === actor);
    return found.readings[i]?.some(({ id }) => id === reading)
      ? []
      : [`there is no reading ${actor}.${reading}`];
  });
  const { scenario } = asked;
  const known = scenario == null || found.scenarios.some(({ id }) => id === scenario);
  return known ? readings : [...readings, `there is no scenario ${scenario}`];
}

function passagesIn(found: Case, { passages }: ReportRecord): Verified['passages'] {
  let hashed = 0;
  const wrong: string[] = [];
  for (const [id, passage] of Object.entries(passages)) {
    const statement = found.statements.find((one) => one.id === id);
    if (statement?.hash === undefined) {
      if (!statement) wrong.push(id);
    } else if (anchorHash(passage) === statement.hash) hashed++;
    else wrong.push(id);
  }
  return { hashed, wrong };
}

function comparePages(
  page: string,
  expected: string,
  script: string,
): { readonly page: NonNullable<Verified['page']>; readonly lines: PageLines } {
  const none = { says: [], should: [] };
  if (page === expected) return { page: 'same', lines: none };
  const lines = differingLines(page, expected);
  if (lines.says.length + lines.should.length > 0) return { page: 'other-words', lines };
  return { page: page.includes(`<script>${script}</script>`) ? 'other-markup' : 'other-script', lines: none };
}
