import { sha256 } from '@demarche/case';
import { pageFor } from '@demarche/report/terminal';
import type { Interview, InterviewCase } from '@demarche/source';
import { exit, UsageError } from '../exit.ts';
import type { Ended } from '../interview/conduct.ts';
import { err, json, out, viewOf } from '../io.ts';
import { reader } from '../reader.ts';
import { type ReadingOptions, sourceTexts } from '../source-texts.ts';
import { version } from '../version.ts';
import { stemOf } from './text-out.ts';

type Options = ReadingOptions & {
  readonly from?: string | undefined;
  readonly resume?: true | undefined;
  readonly out?: string | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
};

/** `demarche new --from SOURCE`, and `--resume`: an interview that leaves a case after every reply. */
export async function createFrom(title: string | undefined, options: Options): Promise<number> {
  if (title !== undefined)
    throw new UsageError(
      'a title and an interview do not go together: the interview asks for it',
      'demarche new --from article.txt',
    );
  const { beginInterview, materialOf, questionOf } = await reader('new --from');
  const { keep, keptIn, newFolder } = await import('../interview/folder.ts');
  const { conduct } = await import('../interview/conduct.ts');
  const { cutOf } = await import('../interview/shown-question.ts');
  const source =
    options.from === undefined ? undefined : (await sourceTexts([options.from], options, 'new --from'))[0]!;
  let begun: Interview;
  let folder: string;
  let text = source?.text;
  if (options.resume) {
    if (options.out === undefined)
      throw new UsageError('--resume needs the folder', 'demarche new --resume --out FOLDER');
    const kept = keptIn(options.out);
    ({ folder, interview: begun } = kept);
    if (kept.left > 0 && !options.quiet)
      err(`${kept.left} replies at the end no longer fit their questions and were left out\n`);
    if (source && source.sha256 !== begun.material.source.sha256)
      throw new UsageError(
        `${options.from} is another text than the one of the interview`,
        'give the text that it began with, or begin anew in another folder',
      );
    text ??= kept.text ?? (await textAgain(begun));
    if (text === undefined && !options.quiet)
      err('the text is not at hand: passages are shown by their offsets; --from FILE gives it again\n');
  } else {
    if (!source) throw new UsageError('new needs a title or --from', 'demarche new --from article.txt');
    folder = newFolder(options.out ?? stemOf(source.place).toLowerCase());
    begun = beginInterview(materialOf(source.text, source.place, source.about));
    keep(folder, begun, text);
  }
  const plain = !process.stdin.isTTY || !process.stdout.isTTY || process.env.TERM === 'dumb';
  const cut = cutOf(text);
  const asker = plain
    ? (await import('../interview/lines.ts')).lineAsker(cut)
    : (await import('../interview/terminal.ts')).terminalAsker(cut);
  const { interview, ended } = await conduct(begun, asker, text, (one) => void keep(folder, one, text));
  asker.close();
  const made = keep(folder, interview, text);
  if (options.json)
    json({
      demarche: version,
      wrote: [`${folder}/case.yaml`],
      ended,
      asked: interview.replies.length,
      assumed: made.assumed.map(({ what }) => what),
      next: questionOf(interview)?.id ?? null,
    });
  else if (!options.quiet) out(endText(folder, made, ended));
  if (ended === 'misfit') return exit.usage;
  return ended === 'interrupted' ? exit.interrupted : exit.done;
}

/** The text from where the interview began, if it still is that text. */
async function textAgain({ material }: Interview): Promise<string | undefined> {
  const { place, sha256: known } = material.source;
  const { isAddress, loadSource } = await reader('new --resume');
  // An address is not fetched again without being asked for.
  if (isAddress(place)) return undefined;
  const made = await loadSource(place).catch(() => undefined);
  return made && 'text' in made && sha256(made.text) === known ? made.text : undefined;
}

function endText(folder: string, { assumed }: InterviewCase, ended: Ended): string {
  const page = pageFor(viewOf());
  const named = /\s/.test(folder) ? `"${folder}"` : folder;
  page.blank();
  page.title(
    ended === 'done'
      ? 'That was all.'
      : `Stopped${ended === 'misfit' ? ' at a reply that does not fit' : ''}. What was replied is kept, and the case runs as it is.`,
  );
  if (assumed.length > 0) {
    page.heading('Still assumed, since nobody has said it');
    for (const { what } of assumed) page.item(what);
  }
  page.blank();
  page.para(`wrote ${folder}/case.yaml`);
  page.para(`next: demarche answer ${named}`);
  if (ended !== 'done') page.para(`go on: demarche new --resume --out ${named}`);
  return page.text();
}
