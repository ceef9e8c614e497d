import {
  type CoalitionOptions,
  dealsOverHeads,
  firstProfile,
  type Outsiders,
  settleCoalitions,
} from '@demarche/analysis';
import { compileCase } from '@demarche/case';
import { coalitionJson } from '@demarche/report/json';
import { coalitionText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, conceptsOf, openCase } from '../open.ts';
import { version } from '../version.ts';

type Options = Common & {
  readonly coalition?: readonly string[] | undefined;
  readonly structure?: string | undefined;
  readonly outsiders: Outsiders;
};

export async function coalition(path: string, options: Options): Promise<number> {
  const { found, loaded, reading, scenario = null, idOf } = await openCase(path, options);
  const concepts = conceptsOf(options.concepts) ?? ['seq' as const];
  if (concepts.length !== 1)
    throw new UsageError(
      'coalition follows one concept at a time',
      'write --concepts nash or --concepts seq',
    );
  const [concept] = concepts as [(typeof concepts)[number]];
  if (options.structure !== undefined && options.coalition)
    throw new UsageError(
      '--coalition and --structure were both given',
      'a structure names its coalitions itself',
    );
  const known = loaded.case!.actors.map(({ id }) => id);
  const members = (text: string, mark: string) =>
    text.split(mark).map((id) => idOf('actors', named('actor', id.trim(), known, options.blind)));
  const profile = firstProfile(found, reading);
  const asked: CoalitionOptions = {
    profile,
    scenario,
    concept,
    outsiders: options.outsiders,
    ...(options.coalition ? { coalitions: options.coalition.map((one) => members(one, ',')) } : {}),
    ...(options.structure === undefined
      ? {}
      : { structure: parts(options.structure).map((one) => members(one, '+')) }),
  };
  const result = settleCoalitions(found, asked);
  const { now } = compileCase(found, scenario);
  const deals = now === undefined ? undefined : dealsOverHeads(found, { profile, scenario, concept }, now);
  const wanted = options.coalition?.map((one) => members(one, ',').sort().join());
  const shown = deals?.filter((deal) => !wanted || wanted.includes([...deal.coalition].sort().join()));
  const full = options.full === true;
  if (options.json) json(coalitionJson(found, result, shown, version, full));
  else
    out(
      coalitionText(found, result, shown, viewOf(), { version, full, ...(now === undefined ? {} : { now }) }),
    );
  return exit.done;
}

/** `russia+us,europe` → its coalitions, each actor in one of them at most. */
function parts(text: string): readonly string[] {
  const found = text.split(',').map((one) => one.trim());
  const seen = new Set<string>();
  for (const id of found.flatMap((one) => one.split('+').map((each) => each.trim()))) {
    if (seen.has(id))
      throw new UsageError(
        'an actor is in two coalitions of the structure',
        'write each actor once, as in --structure "russia+us,ukraine"; whoever is left out is alone',
      );
    seen.add(id);
  }
  return found;
}
