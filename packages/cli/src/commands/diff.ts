import { type CaseDiff, diffCases, type ReachOptions } from '@demarche/analysis';
import { diffJson, type PlaceOf } from '@demarche/report/json';
import { diffText } from '@demarche/report/terminal';
import { blindDiff } from '@demarche/report/words';
import { exit } from '../exit.ts';
import { json, out, progressOn, viewOf } from '../io.ts';
import { type Common, conceptsOf, type Opened, openCase } from '../open.ts';
import { version } from '../version.ts';
import { beliefsOf } from './answer.ts';

/** In what two cases differ, with places in both files, and what becomes of the answers. */
export async function diff(path: string, otherPath: string, options: Common): Promise<number> {
  const one = await opened(path, options);
  const other = await opened(otherPath, options);
  const agreements = (options.agreements ?? 'any') as NonNullable<ReachOptions['agreements']>;
  const progress = progressOn(options.quiet === true, 'answering');
  const concepts = conceptsOf(options.concepts);
  const found = diffCases(one.found, other.found, {
    agreements,
    ...(concepts ? { concepts } : {}),
    ...(options.beliefs === undefined ? {} : { beliefs: beliefsOf(one, options) }),
    reading: { ...one.reading, ...other.reading },
    ...(one.scenario === undefined ? {} : { scenario: one.scenario }),
    onProgress: progress.at,
  });
  progress.end();
  const settings = { agreements, sanctions: 'legal' } as const;
  const place: PlaceOf = (at, side) => {
    const { line, column } = (side === 'one' ? one : other).loaded.positions!.key(at);
    return { line, column };
  };
  const blind = options.blind === true;
  const shown: { one: Opened['found']; other: Opened['found']; diff: CaseDiff } = blind
    ? blindDiff(one.found, other.found, found)
    : { one: one.found, other: other.found, diff: found };
  if (options.json) json(diffJson(shown.one, shown.other, shown.diff, place, settings, version));
  else
    out(
      diffText(
        shown.one,
        shown.other,
        shown.diff,
        viewOf(),
        { version, settings },
        {
          place,
          full: options.full === true,
          blind,
        },
      ),
    );
  return exit.done;
}

/** A blind comparison needs the names to know what is the same: they are taken out of what it says. */
async function opened(path: string, options: Common): Promise<Opened> {
  if (options.blind !== true) return openCase(path, options);
  await openCase(path, options);
  const { blind: _, ...named } = options;
  return openCase(path, { ...named, quiet: true });
}
