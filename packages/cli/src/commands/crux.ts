import { cruxOf, firstProfile, type ReachOptions } from '@demarche/analysis';
import {
  type Case,
  dottedPath,
  type Edit,
  editCase,
  plainValue,
  printDiagnostics,
  readCase,
} from '@demarche/case';
import { cruxJson } from '@demarche/report/json';
import { cruxText } from '@demarche/report/terminal';
import { blindCrux } from '@demarche/report/words';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named, pair } from '../name.ts';
import { type Common, conceptsOf, needNow, type Opened, openCase } from '../open.ts';
import { version } from '../version.ts';

type Options = Common & { readonly otherwise?: readonly string[] | undefined };

/** Two cases and a question; or, with `--otherwise`, one case, a question, and what a reader sees otherwise. */
export async function crux(
  path: string,
  second: string,
  third: string | undefined,
  options: Options,
): Promise<number> {
  const blind = options.blind === true;
  const { otherwise } = options;
  if (otherwise && third !== undefined)
    throw new UsageError(
      'a second case and --otherwise were both given',
      'write crux CASE OTHER QUESTION, or crux CASE QUESTION --otherwise ...',
    );
  const question = otherwise ? second : third;
  if (question === undefined)
    throw new UsageError(
      'crux needs a second case, or --otherwise',
      'write crux CASE OTHER QUESTION, or crux CASE QUESTION --otherwise "now=[...]"',
    );
  const one = await opened(path, options);
  const other: Pick<Opened, 'found'> = otherwise
    ? { found: seenOtherwise(one, otherwise, blind) }
    : await opened(second, options);
  for (const { found } of [one, other]) needNow(found, 'crux');
  named(
    'question',
    question,
    one.found.questions.map(({ id }) => id),
    blind,
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
      blind
        ? 'the two cases cannot be compared'
        : `the two cases cannot be compared: ${result.problems.join('; ')}`,
      'crux compares two versions of one conflict: the same actors, options and facts, judged differently',
    );
  const settings = { agreements, sanctions: 'legal' } as const;
  const shown = blind
    ? blindCrux(one.found, other.found, result)
    : { one: one.found, other: other.found, crux: result };
  if (options.json) json(cruxJson(shown.one, shown.other, shown.crux, settings, version));
  else out(cruxText(shown.one, shown.other, shown.crux, viewOf(), { version, settings, blind }));
  return exit.done;
}

/** What differs is known by names, so that a blind crux takes them out of what it says, and not of what it compares. */
async function opened(path: string, options: Options): Promise<Opened> {
  if (options.blind !== true) return openCase(path, options);
  await openCase(path, options);
  const { blind: _, ...named } = options;
  return openCase(path, { ...named, quiet: true });
}

/** The case with the places that a reader names as the reader sees them. */
function seenOtherwise({ loaded }: Opened, changes: readonly string[], blind: boolean): Case {
  const edits = changes.map((change): Edit => {
    const at = change.indexOf('=');
    const [place, said] =
      at === change.length - 1
        ? [change.slice(0, -1), '']
        : pair(change, '--otherwise', '"terms.losing=not us.aid"');
    const path = dottedPath(loaded.text, place.trim());
    if (!path)
      throw new UsageError(
        blind
          ? '--otherwise: there is no such place in the case'
          : `--otherwise: there is no ${place.trim()} in the case`,
        'name a place as the file has it, from the outside in: terms.losing, readings.russia.peace.prefers.2',
      );
    const value = plainValue(said);
    return value === undefined ? { kind: 'remove', path } : { kind: 'set', path, value };
  });
  const text = editCase(loaded.text, edits);
  const { case: found, diagnostics } = readCase(text, { file: 'otherwise' });
  if (found) return { ...found, title: `${found.title} (seen otherwise)` };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  throw new UsageError(
    'with --otherwise the case has errors',
    blind ? 'check the values that were given' : `\n${printDiagnostics(errors, text, (_, part) => part)}`,
  );
}
