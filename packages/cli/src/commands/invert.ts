import { firstProfile, invertStepwise, type ReachOptions } from '@demarche/analysis';
import { invertJson } from '@demarche/report/json';
import { invertText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { interruption } from '../interruption.ts';
import { json, out, progressOn, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, conceptsOf, needNow, openCase } from '../open.ts';
import { version } from '../version.ts';

type Options = Common & {
  readonly wanted: 'yes' | 'no';
  readonly size: '1' | '2';
  readonly beliefs?: 'correct' | 'as-held' | undefined;
};

export async function invert(path: string, question: string, options: Options): Promise<number> {
  const { found, reading, scenario = null, idOf } = await openCase(path, options);
  needNow(found, 'invert');
  const asked = found.questions.filter(({ kind }) => kind === 'holds').map(({ id }) => id);
  const id = named('question that holds or does not', idOf('questions', question), asked, options.blind);
  const concepts = conceptsOf(options.concepts) ?? ['seq' as const];
  if (concepts.length !== 1)
    throw new UsageError('invert follows one concept at a time', 'write --concepts nash or --concepts seq');
  const agreements = (options.agreements ?? 'any') as NonNullable<ReachOptions['agreements']>;
  const progress = progressOn(options.quiet === true, 'searching');
  const interrupt = interruption();
  const search = invertStepwise(found, {
    question: id,
    wanted: options.wanted,
    profile: firstProfile(found, reading),
    scenario,
    concept: concepts[0]!,
    agreements,
    beliefs: options.beliefs ?? 'correct',
    size: options.size === '2' ? 2 : 1,
    onProgress: progress.at,
    signal: interrupt.signal,
  });
  const result = await drained(search);
  interrupt.forget();
  progress.end();
  const settings = { agreements, sanctions: 'legal' } as const;
  if (options.json) json(invertJson(found, result, settings, version));
  else out(invertText(found, result, viewOf(), { version, settings, full: options.full === true }));
  return interrupt.signal.aborted && !result.exhausted ? exit.interrupted : exit.done;
}

/** The result of a search, with room now and then for an interrupt to be heard. */
async function drained<T>(search: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
    if (performance.now() - since < 50) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
