import {
  type AnswerOptions,
  answerCase,
  type Beliefs,
  beliefsToAsk,
  type CaseAnswer,
} from '@demarche/analysis';
import { answerJson } from '@demarche/report/json';
import { answerText } from '@demarche/report/terminal';
import { exit } from '../exit.ts';
import { err, json, out, progressOn, viewOf } from '../io.ts';
import { type Common, conceptsOf, needNow, type Opened, openCase, sanctionsOf } from '../open.ts';
import { version } from '../version.ts';

export async function answer(
  path: string,
  options: Common & {
    readonly report?: string | undefined;
    readonly figures?: string | undefined;
    readonly script?: boolean | undefined;
  },
): Promise<number> {
  const { report, figures } = options;
  if (report === undefined && figures === undefined) {
    said(await openCase(path, options), options);
    return exit.done;
  }
  const { needFolder, needWritable, writeReport } = await import('./report-file.ts');
  if (report !== undefined) needWritable(report);
  const opened = await openCase(path, options);
  if (figures !== undefined) needFolder(figures);
  const wrote = await writeReport(options, opened, said(opened, options), options);
  if (!options.quiet) for (const one of wrote) err(`wrote ${one}\n`);
  return exit.done;
}

function said(opened: Opened, options: Common): CaseAnswer {
  const result = answered(opened, options, 'answer', { beliefs: beliefsOf(opened, options) });
  if (options.json) json(answerJson(opened.found, result, version));
  else out(answerText(opened.found, result, viewOf(), { version, full: options.full ?? false }));
  return result;
}

/** As `--beliefs` says; without it both where the case says what parties believe. */
export function beliefsOf({ found }: Opened, { beliefs }: Common): readonly Beliefs[] {
  if (beliefs === undefined) return beliefsToAsk(found);
  return beliefs === 'both' ? ['correct', 'as-held'] : [beliefs as Beliefs];
}

/** The grid as the common options narrow it, with progress. */
export function answered(
  { found, reading, scenario }: Opened,
  options: Common,
  command: string,
  more: Partial<AnswerOptions> = {},
): CaseAnswer {
  needNow(found, command);
  const concepts = conceptsOf(options.concepts);
  const progress = progressOn(options.quiet === true, 'computing');
  const result = answerCase(found, {
    ...(concepts ? { concepts } : {}),
    ...(options.agreements
      ? { agreements: options.agreements as NonNullable<AnswerOptions['agreements']> }
      : {}),
    sanctions: sanctionsOf(options),
    ...(scenario === undefined ? {} : { scenario }),
    reading,
    onProgress: (done, all) => progress.at(done, all),
    ...more,
  });
  progress.end();
  return result;
}
