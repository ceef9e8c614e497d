import { firstProfile, type ReachOptions, reachCase } from '@demarche/analysis';
import { reachJson } from '@demarche/report/json';
import { reachText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, conceptsOf, needNow, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function reach(path: string, options: Common): Promise<number> {
  const { found, reading, scenario = null } = await openCase(path, options);
  needNow(found, 'reach');
  const concepts = conceptsOf(options.concepts) ?? ['seq' as const];
  if (concepts.length !== 1)
    throw new UsageError('reach follows one concept at a time', 'write --concepts nash or --concepts seq');
  const agreements = (options.agreements ?? 'any') as NonNullable<ReachOptions['agreements']>;
  const result = reachCase(found, {
    profile: firstProfile(found, reading),
    scenario,
    concept: concepts[0]!,
    agreements,
  });
  const full = options.full === true;
  if (options.json) json(reachJson(found, result, { agreements, sanctions: 'legal' }, version, full));
  else
    out(reachText(found, result, viewOf(), { version, full, settings: { agreements, sanctions: 'legal' } }));
  return exit.done;
}
