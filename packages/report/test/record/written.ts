import { beliefsToAsk, headlineConcepts } from '@demarche/analysis';
import { type Case, readCase } from '@demarche/case';
import { type OwnTexts, passagesOf } from '../../src/html/index.ts';
import {
  type Asked,
  type Basis,
  basisOf,
  caseOf,
  compute,
  livePage,
  openText,
} from '../../src/record/index.ts';

export const version = '0.0.0';
export const script = 'console.log("the script")';

/** A report of a case as the command line writes it, with what it was made from. */
export function written(
  text: string,
  { texts = {}, asked = {} }: { readonly texts?: OwnTexts; readonly asked?: Partial<Asked> } = {},
): { readonly page: string; readonly basis: Basis; readonly found: Case } {
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
  return { page: livePage(basis, compute(found, basis), script), basis, found };
}
