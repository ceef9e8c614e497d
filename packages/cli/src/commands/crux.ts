import { cruxOf, firstProfile, type ReachOptions } from '@demarche/analysis';
import { cruxJson } from '@demarche/report/json';
import { cruxText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, conceptsOf, needNow, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function crux(
  path: string,
  otherPath: string,
  question: string,
  options: Common,
): Promise<number> {
  const one = await openCase(path, options);
  const other = await openCase(otherPath, options);
  for (const { found } of [one, other]) needNow(found, 'crux');
  named(
    'question',
    question,
    one.found.questions.map(({ id }) => id),
  );
  const concepts = conceptsOf(options.concepts) ?? ['seq' as const];
  if (concepts.length !== 1)
    throw new UsageError('crux follows one concept at a time', 'write --concepts nash or --concepts seq');
  const agreements = (options.agreements ?? 'any') as NonNullable<ReachOptions['agreements']>;
  const result = cruxOf(one.found, other.found, {
    question,
    profile: firstProfile(one.found, one.reading),
    scenario: one.scenario ?? null,
    concept: concepts[0]!,
    agreements,
  });
  if ('problems' in result)
    throw new UsageError(
      `the two cases cannot be compared: ${result.problems.join('; ')}`,
      'crux compares two versions of one conflict: the same actors, options and facts, judged differently',
    );
  const settings = { agreements, sanctions: 'legal' } as const;
  if (options.json) json(cruxJson(one.found, other.found, result, settings, version));
  else out(cruxText(one.found, other.found, result, viewOf(), { version, settings }));
  return exit.done;
}
