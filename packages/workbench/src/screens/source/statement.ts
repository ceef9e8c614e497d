import { anchorHash, appendStatement, type Edit, type StatementKind } from '@demarche/case';

export const statementKinds: readonly StatementKind[] = [
  'aim',
  'act',
  'belief',
  'assessment',
  'constraint',
  'capability',
  'circumstance',
];

/** What is said of a passage when it is coded. */
export type Coding = {
  readonly by: string;
  readonly kind: StatementKind | '';
  readonly about: readonly string[];
  readonly gist: string;
};

/** The statement as the case file holds it: offsets in code points, the hash of the passage, and what was said of it. */
export function statementEdit(
  id: string,
  source: string,
  at: { readonly start: number; readonly end: number },
  passage: string,
  { by, kind, about, gist }: Coding,
): Edit {
  return appendStatement(id, {
    in: source,
    at: `${at.start}..${at.end}`,
    hash: anchorHash(passage),
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    ...(kind === '' ? {} : { kind }),
    ...(about.length === 0 ? {} : { about: about.length === 1 ? about[0]! : [...about] }),
    ...(gist.trim() === '' ? {} : { gist: gist.trim() }),
  });
}
