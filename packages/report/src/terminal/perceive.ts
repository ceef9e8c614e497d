import type { Perceived, Settings } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import {
  actorName,
  beliefsWords,
  conceptWords,
  otherwiseWords,
  profileWords,
  stateWords,
  surpriseWords,
  verdictWord,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

/** `demarche perceive`: what follows, what follows as each sees it, what each expects, and who is in for a surprise. */
export function perceiveText(
  found: Case,
  result: Perceived,
  view: View,
  about: About & { readonly settings: Settings; readonly full?: boolean },
): string {
  const page = pageFor(view);
  const { asTrue, asBelieved, expects } = result;
  page.title(found.title);
  page.para(
    `Taken: ${profileWords(found, asTrue.profile, asTrue.scenario)}, and ${conceptWords[asTrue.concept]}.`,
  );
  page.heading('Who sees what otherwise');
  const otherwise = otherwiseWords(found, result);
  if (otherwise.length === 0) page.para('Nobody misreads anyone here, and everybody sees everything.', 2);
  for (const sentence of otherwise) page.item(sentence);
  page.heading('The answers side by side');
  const columns = [
    [beliefsWords, asTrue] as const,
    ['as each sees it', asBelieved] as const,
    ...expects.map(({ actor, answer }) => [`what ${actorName(found, actor)} expects`, answer] as const),
  ];
  const asked = found.questions.filter(({ kind }) => kind === 'holds');
  page.table(
    [
      ['', ...asked.map(({ id }) => id)],
      ...columns.map(([name, cell]) => [
        name,
        ...asked.map(({ id }) => {
          const answer = cell.answers.find(({ question }) => question === id)?.answer;
          return answer === undefined || answer === 'gains' ? '' : verdictWord[answer];
        }),
      ]),
    ],
    { header: true, indent: 2 },
  );
  page.heading('Who is in for a surprise');
  if (expects.every((one) => one.surprises.length === 0))
    page.para('Nobody: what each expects is what follows.', 2);
  for (const { actor, surprises } of expects) {
    const rests = surprises.filter(({ kind }) => kind !== 'answer');
    for (const surprise of about.full ? rests : rests.slice(0, 1))
      page.item(`${surpriseWords(found, surprise, result)}.`);
    if (!about.full && rests.length > 1)
      page.dim(
        `${rests.length - 1} more of what ${actorName(found, actor)} expects ${rests.length === 2 ? 'does' : 'do'} not come out: see --full.`,
        4,
      );
    for (const surprise of surprises)
      if (surprise.kind === 'answer') page.item(`${surpriseWords(found, surprise, result)}.`);
  }
  page.blank();
  showEquilibria(page, found, result, about.full ?? false);
  closing(page, found, about);
  return page.text();
}

/** How many states are stable for each party in its own game, and with `full` which. */
function showEquilibria(page: Page, found: Case, { equilibria }: Perceived, full: boolean): void {
  const count =
    equilibria.length === 0
      ? 'No state is'
      : equilibria.length === 1
        ? 'One state is'
        : `${equilibria.length} states are`;
  const which = full && equilibria.length > 0 ? ':' : '.';
  page.para(`${count} stable for each party in its own game (hypergame equilibria)${which}`);
  if (full) for (const code of equilibria) page.item(`${stateWords(found, code)}.`);
}
