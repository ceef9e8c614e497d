import type { CaseAnswer, Chain, Judgement, Uses, Withdrawn } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { aboutJson } from './about.ts';
import { beliefsJson, hingeJson } from './answer.ts';

/** `demarche why --json`: what a withheld statement says stays out. */
export function whyJson(
  found: Case,
  answer: CaseAnswer,
  chain: Chain,
  version: string,
  withdrawn?: Withdrawn,
) {
  return {
    ...aboutJson(found, version),
    settings: { ...answer.settings, concepts: answer.concepts, beliefs: beliefsJson(answer) },
    question: chain.question,
    ...(withdrawn ? { withdrawn: withdrawnJson(withdrawn) } : {}),
    hinge: Object.fromEntries(chain.hinges.map((hinge) => [hinge.concept, hingeJson(hinge)])),
    actors: chain.actors,
    model: chain.model,
    statements: statementsJson(found, chain.statements),
    assumptions: chain.assumptions.map(({ id }: Judgement) => id),
  };
}

/** `demarche uses --json`. */
export function usesJson(found: Case, uses: Uses, version: string) {
  return { ...aboutJson(found, version), ...uses, statements: statementsJson(found, uses.statements) };
}

export function withdrawnJson({ statements, assumptions, evidence }: Withdrawn) {
  return { statements, assumptions, evidence };
}

function statementsJson(found: Case, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const one = found.statements.find((other) => other.id === id);
    if (!one) return [];
    const withheld = one.withhold || found.sources.some((source) => source.id === one.in && source.withhold);
    return [
      {
        id,
        in: one.in,
        anchor: one.anchor,
        ...(one.at ? { at: [one.at.start, one.at.end] } : {}),
        ...(withheld
          ? { withheld }
          : {
              ...(one.by === undefined ? {} : { by: one.by }),
              ...(one.gist === undefined ? {} : { gist: one.gist }),
            }),
      },
    ];
  });
}
