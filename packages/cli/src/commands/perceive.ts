import { firstProfile, perceiveCase, type ReachOptions } from '@demarche/analysis';
import { perceiveJson } from '@demarche/report/json';
import { perceiveText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, conceptsOf, needNow, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function perceive(path: string, options: Common): Promise<number> {
  const { found, reading, scenario = null } = await openCase(path, options);
  needNow(found, 'perceive');
  const concepts = conceptsOf(options.concepts) ?? ['seq' as const];
  if (concepts.length !== 1)
    throw new UsageError('perceive follows one concept at a time', 'write --concepts nash or --concepts seq');
  const agreements = (options.agreements ?? 'any') as NonNullable<ReachOptions['agreements']>;
  const settings = { agreements, sanctions: 'legal' } as const;
  const profile = firstProfile(found, reading);
  const result = perceiveCase(found, { profile, scenario, concept: concepts[0]!, agreements });
  if (options.json) json(perceiveJson(found, result, settings, version));
  else out(perceiveText(found, result, viewOf(), { version, settings, full: options.full === true }));
  return exit.done;
}
