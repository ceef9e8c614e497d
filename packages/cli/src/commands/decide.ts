import { type Case, decideProposals, editCase, type Proposal, readCase } from '@demarche/case';
import { loadCase } from '@demarche/case/node';
import { pageFor } from '@demarche/report/terminal';
import { exit, Stop } from '../exit.ts';
import { err, json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { diagnosticsText } from '../open.ts';
import { ownTexts } from '../texts.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

type Options = { readonly json?: true | undefined; readonly quiet?: true | undefined };
type Waiting = Proposal & { readonly otherwise?: string };

/** `demarche accept` and `reject`: a person's decision on what a model proposed; without ids, what waits for one. */
export async function decide(
  verb: 'accept' | 'reject',
  path: string,
  ids: readonly string[],
  options: Options,
): Promise<number> {
  const decision = verb === 'accept' ? 'accepted' : 'rejected';
  const loaded = loadCase(path);
  const found = loaded.case ?? refuse(loaded.diagnostics, loaded.text);
  const known = found.proposals.map(({ id }) => id);
  const chosen = [...new Set(ids)].map((id) => named('proposal', id, known));
  const texts = ownTexts(found, loaded.path);
  let now = found;
  if (chosen.length > 0) {
    const edited = editCase(loaded.text, decideProposals(found, chosen, decision));
    const after = readCase(edited, { file: loaded.path, texts });
    now = after.case ?? refuse(after.diagnostics, edited);
    writeWhole(loaded.path, edited);
  }
  const waiting = await doubtsFirst(now, texts);
  if (options.json)
    json({
      ...{ demarche: version, file: loaded.path, decision, decided: chosen },
      waiting: waiting.map(({ id, in: source, model, at, by, kind, gist, otherwise }) => ({
        ...{ id, source, model, at: at && `${at.start}..${at.end}`, by, kind, gist, otherwise },
      })),
    });
  else if (!options.quiet) out(listing(path, loaded.path, decision, chosen, waiting, texts));
  return exit.done;
}

function refuse(diagnostics: Parameters<typeof diagnosticsText>[0]['diagnostics'], text: string): never {
  err(`${diagnosticsText({ diagnostics, text }, false, process.stderr)}\nnothing was written\n`);
  throw new Stop(diagnostics.some(({ code }) => code === 'unreadable') ? exit.usage : exit.errors);
}

/** Those first in which the reader of rules takes somebody else for the speaker, where it is installed and has the text. */
async function doubtsFirst(
  found: Case,
  texts: Readonly<Record<string, string>>,
): Promise<readonly Waiting[]> {
  if (found.proposals.length === 0) return [];
  const source = await import('@demarche/source').catch(() => undefined);
  if (!source) return found.proposals;
  const speakers = new Map(
    [...new Set(found.proposals.map((one) => one.in))].flatMap((id) =>
      Object.hasOwn(texts, id) ? [[id, source.speakerAt(found, source.readText(texts[id]!))] as const] : [],
    ),
  );
  const all = found.proposals.map((one): Waiting => {
    const other = one.at && speakers.get(one.in)?.(one.at);
    return other === undefined || other === one.by ? one : { ...one, otherwise: other };
  });
  return [
    ...all.filter(({ otherwise }) => otherwise !== undefined),
    ...all.filter(({ otherwise }) => otherwise === undefined),
  ];
}

function listing(
  path: string,
  file: string,
  decision: string,
  chosen: readonly string[],
  waiting: readonly Waiting[],
  texts: Readonly<Record<string, string>>,
): string {
  const page = pageFor(viewOf());
  page.title(file);
  if (chosen.length > 0) page.para(`${decision}: ${chosen.join(', ')}`);
  if (waiting.length === 0) page.para('No proposal waits.');
  for (const { id, in: source, at, by, kind, gist, model, otherwise, anchor } of waiting) {
    page.blank();
    page.para(`${id}: ${[by, kind, at && `${source} ${at.start}..${at.end}`].filter(Boolean).join(', ')}`);
    if (otherwise !== undefined)
      page.item(`the reader of rules takes ${shown(otherwise)} for the speaker`, '!', 2);
    const words = at && Array.from(texts[source] ?? '').slice(at.start, at.end);
    if (words && words.length > 0) page.item(`“${shown(words.join(''))}”`, '-', 2);
    if (gist !== undefined) page.item(shown(gist), '-', 2);
    if (anchor === 'failed') page.item('the text changed: its passage is not there any more', '!', 2);
    page.item(`proposed by ${shown(model)}`, '-', 2);
  }
  if (waiting.length > 0) {
    page.heading('Next');
    page.item(`demarche accept ${path} ID…, or demarche reject ${path} ID…`);
  }
  return page.text();
}

function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}
