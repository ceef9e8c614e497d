import type { Case } from '../case.ts';
import { beliefsOf, unawareOf, unperceivedOf } from './beliefs.ts';
import { actorsOf, coalesceOf, factsOf, impossibleOf, optionsOf, termsOf } from './conflict.ts';
import type { Context } from './context.ts';
import { reportCycles } from './cycles.ts';
import { evidenceOf, lookForOf, weighingOf } from './evidence.ts';
import { graphOf } from './graph.ts';
import { decidedOf, sourcesOf, statementsOf } from './material.ts';
import { readingsOf } from './readings.ts';
import { movesSeenOf, nowOf, questionsOf, scenariosOf } from './settings.ts';

/** The case that a sound file stands for. Where something was reported, what has the mistake in it is left out. */
export function resolveCase(context: Context, sha256: string, fileName: string): Case {
  const { file } = context;
  const graph = graphOf(context);
  const sources = sourcesOf(context);
  const terms = termsOf(context);
  reportCycles(terms, context);
  const now = nowOf(context);
  return {
    file: fileName,
    sha256,
    title: file.title,
    ...(file['as-of'] === undefined ? {} : { asOf: file['as-of'] }),
    ...(file.summary === undefined ? {} : { summary: file.summary }),
    sources,
    ...statementsOf(context, sources),
    decided: decidedOf(context),
    actors: actorsOf(context),
    options: optionsOf(context),
    facts: factsOf(context),
    terms,
    impossible: impossibleOf(context),
    coalesce: coalesceOf(context),
    ...(graph ? { graph } : {}),
    ...(now ? { now } : {}),
    readings: readingsOf(context),
    beliefs: beliefsOf(context),
    unaware: unawareOf(context),
    unperceived: unperceivedOf(context),
    evidence: evidenceOf(context),
    lookFor: lookForOf(context),
    weighing: weighingOf(context),
    movesSeen: movesSeenOf(context, now),
    scenarios: scenariosOf(context),
    questions: questionsOf(context),
  };
}
