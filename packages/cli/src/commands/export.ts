import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { firstProfile, settleCase } from '@demarche/analysis';
import {
  compileCase,
  type ExportFormat,
  exportCase,
  exportFormats,
  type Loss,
  resultsCsv,
  resultsDot,
  resultsGraphml,
  resultTable,
  writeAnnotations,
  writeCsl,
} from '@demarche/case';
import { aboutJson } from '@demarche/report/json';
import { lossesText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { err, json, out, viewOf } from '../io.ts';
import { type Common, everyConceptOf, type Opened, openCase, sanctionsOf } from '../open.ts';
import { ownTexts } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

const resultFormats = { results: resultsCsv, graphml: resultsGraphml, dot: resultsDot } as const;
const materials = ['annotations', 'csl'] as const;
type MaterialFormat = (typeof materials)[number];
type Format = ExportFormat | keyof typeof resultFormats | MaterialFormat;

const endings: Readonly<Record<string, Format>> = {
  '.gmcr': 'gmcr',
  '.nfg': 'nfg',
  '.csv': 'csv',
  '.graphml': 'graphml',
  '.dot': 'dot',
  '.gv': 'dot',
  '.jsonld': 'annotations',
};

type Options = Common & {
  readonly to?: Format | undefined;
  /** The older name of `to`. */
  readonly format?: Format | undefined;
  readonly out?: string | undefined;
  readonly lossy?: true | undefined;
  readonly force?: true | undefined;
};

/** A case as a file of another program, or its results as a table or graph. Refuses what the format cannot hold, by name. */
export async function exportFile(path: string, options: Options): Promise<number> {
  const { to, format: older } = options;
  if (to !== undefined && older !== undefined && to !== older)
    throw new UsageError(`--to ${to} and --format ${older} are two formats`, 'write --to alone');
  const format = to ?? older ?? endings[extname(options.out ?? '').toLowerCase()];
  if (format === undefined)
    throw new UsageError(
      'the format is not said',
      `write --to and one of ${[...exportFormats, ...Object.keys(resultFormats), ...materials].join(', ')}`,
    );
  if (options.out !== undefined) needFree(options.out, options.force === true);
  const opened = await openCase(path, options);
  if (format === 'annotations' || format === 'csl') return exportMaterial(opened, format, options);
  const { found, reading, scenario = null } = opened;
  const profile = firstProfile(found, reading);
  const { losses, text } = isModel(format)
    ? exportCase(found, {
        format,
        profile,
        scenario,
        chosen: { readings: Object.keys(reading), scenario: options.scenario !== undefined },
      })
    : { losses: [], text: () => resultsOf(opened, profile, format, options) };
  const refused =
    losses.some(({ weight }) => weight === 'never') || (losses.length > 0 && options.lossy !== true);
  const file = refused ? undefined : text();
  if (file !== undefined && options.out !== undefined) write(options.out, file);
  const placed = losses.map((loss) => ({ ...loss, place: placeOf(loss, opened, options) }));
  if (options.json)
    json({
      ...aboutJson(found, version),
      format,
      readings: profile,
      scenario,
      losses: placed.map(({ what, why, weight, place }) => ({ what, why, weight, ...place })),
      refused,
      wrote: file === undefined ? null : (options.out ?? null),
      ...(file !== undefined && options.out === undefined ? { text: file } : {}),
    });
  const told = lossesText(found, format, placed, refused, viewOf(process.stderr));
  if (refused) {
    if (!options.json) err(told);
    return exit.usage;
  }
  if (options.json) return exit.done;
  if (losses.length > 0 && !options.quiet) err(told);
  if (options.out === undefined) out(file!);
  else if (!options.quiet) err(`wrote ${options.out}\n`);
  return exit.done;
}

/** Statements as annotations, or sources as CSL-JSON. What is withheld is left out, which is told by number alone. */
function exportMaterial({ found, loaded }: Opened, format: MaterialFormat, options: Options): number {
  const made =
    format === 'csl'
      ? writeCsl(found)
      : writeAnnotations(found, options.blind ? {} : ownTexts(found, loaded.path));
  if (options.out !== undefined) write(options.out, made.text);
  if (options.json)
    json({
      ...aboutJson(found, version),
      ...{ format, readings: {}, scenario: null, losses: [], refused: false },
      withheld: made.withheld.length,
      wrote: options.out ?? null,
      ...(options.out === undefined ? { text: made.text } : {}),
    });
  else if (options.out === undefined) out(made.text);
  if (options.json || options.quiet) return exit.done;
  if (made.withheld.length > 0)
    err(
      `${made.withheld.length} withheld ${format === 'csl' ? 'source' : 'statement'}${made.withheld.length === 1 ? '' : 's'} left out\n`,
    );
  if (options.out !== undefined) err(`wrote ${options.out}\n`);
  return exit.done;
}

const isModel = (format: Format): format is ExportFormat =>
  (exportFormats as readonly string[]).includes(format);

function resultsOf(
  { found, scenario = null }: Opened,
  profile: Readonly<Record<string, string>>,
  format: keyof typeof resultFormats,
  options: Options,
): string {
  const concepts = everyConceptOf(options.concepts, found);
  const sanctions = sanctionsOf(options);
  const settled = settleCase(found, { profile, scenario, sanctions, ...(concepts ? { concepts } : {}) });
  const { stable, equilibria } = settled;
  return resultFormats[format](
    resultTable(compileCase(found, scenario), profile, {
      stable: stable as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>,
      equilibria: equilibria as Readonly<Record<string, readonly number[]>>,
      ...(sanctions === 'legal' ? {} : { rule: `sanctions by the rule “${sanctions}”` }),
    }),
  );
}

/** Where the case file says it; a blind case has other ids than its file. */
function placeOf({ path }: Loss, { loaded }: Opened, options: Options): { line?: number; column?: number } {
  if (options.blind || !loaded.positions) return {};
  const { line, column } = loaded.positions.key(path);
  return { line, column };
}

function needFree(file: string, force: boolean): void {
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: there is no folder ${folder}`, 'make the folder first');
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`cannot write ${file}: it is a folder`, 'name a file, as in --out conflict.gmcr');
  if (!force && existsSync(file))
    throw new UsageError(
      `${file} is there already`,
      'nothing was written; name another file, or add --force',
    );
}

function write(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UsageError(`cannot write ${file} (${code})`, 'choose another place; nothing was left behind');
  }
}
