import { beliefsToAsk, headlineConcepts } from '@demarche/analysis';
import { readCase } from '@demarche/case';
import { type OwnTexts, passagesOf } from '../../src/html/index.ts';
import {
  type Asked,
  answerAsked,
  type Basis,
  basisOf,
  type Computed,
  caseOf,
  claimsOf,
  compute,
  livePage,
  openText,
} from '../../src/record/index.ts';

export const version = '0.0.0';
export const script = 'console.log("the script")';

export type Written = Computed & { readonly page: string; readonly basis: Basis };

type Options = {
  readonly texts?: OwnTexts;
  readonly asked?: Partial<Asked>;
  readonly run?: string;
  /** Without the sections that take time and that a test says nothing about. */
  readonly answersOnly?: boolean;
};

/** A report of a case as the command line writes it, with what it was made from. */
export function written(
  text: string,
  { texts = {}, asked = {}, run = script, answersOnly = false }: Options = {},
): Written {
  const { case: whole, diagnostics } = readCase(text, { texts });
  if (!whole) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const basis = basisOf({
    found: whole,
    open: openText(text, whole)!,
    version,
    passages: passagesOf(whole, texts),
    asked: {
      concepts: headlineConcepts,
      agreements: 'any',
      sanctions: 'legal',
      beliefs: beliefsToAsk(whole),
      reading: {},
      without: [],
      seed: 1,
      ...asked,
    },
  });
  const found = caseOf(basis)!;
  const computed = answersOnly ? answered(basis) : compute(found, basis);
  return { ...computed, page: livePage(basis, computed, run), basis };
}

function answered(basis: Basis): Computed {
  const found = caseOf(basis)!;
  const answer = answerAsked(found, basis.asked);
  return { found, answer, more: {}, claims: claimsOf(found, answer) };
}
