import type { Crux } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { blindCase } from './blind.ts';

/** A crux with every name taken out: judgements are told by their kind, and told apart by a number. */
export function blindCrux(
  one: Case,
  other: Case,
  crux: Crux,
): { readonly one: Case; readonly other: Case; readonly crux: Crux } {
  const here = blindCase(one);
  return {
    one: here.case,
    other: blindCase(other).case,
    crux: {
      ...crux,
      question: here.names.questions.get(crux.question) ?? 'question',
      differences: crux.differences.map(({ kind }, k) => ({
        id: `${kind} (judgement ${k + 1})`,
        kind,
        one: '',
        other: '',
        becauseOne: [],
        becauseOther: [],
      })),
    },
  };
}
