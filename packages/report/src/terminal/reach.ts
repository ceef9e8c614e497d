import type { PathStep, ReachResult } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorNames, conceptWords, profileWords, stateWords, stepWords } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

const ways = {
  course: 'on the course that things take from now',
  improvements:
    'by moves that each mover gains by, though something deters one of them or a better one is at hand',
  moves: 'by moves, though not all movers would gain by theirs',
} as const;

/** `demarche reach`: first steps from now, and the shortest way to every rest and equilibrium. */
export function reachText(
  found: Case,
  result: ReachResult,
  view: View,
  about: About & { readonly full?: boolean },
): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(
    `Taken: ${profileWords(found, result.profile, result.scenario)}, and ${conceptWords[result.concept]}.`,
  );
  page.heading('Now');
  page.para(`${stateWords(found, result.now)}.`, 2);
  page.para(
    `From here ${result.byMoves.length} states can be reached by moves, ${result.byImprovements.length} by moves that each mover gains by, and ${result.onCourse.length} lie on the course.`,
    2,
  );
  page.heading('First steps');
  if (result.first.length === 0) page.para('Nobody moves: it rests here, with these readings.', 2);
  result.first.forEach((step) => {
    page.item(`${said(found, result.now, step)}.`);
  });
  page.heading('Where it can rest, and how it gets there');
  const rests = result.targets.filter(({ rest }) => rest);
  for (const target of rests) showTarget(page, found, result.now, target);
  const others = result.targets.filter(({ rest }) => !rest);
  if (others.length > 0) {
    page.heading(`Other equilibria (${others.length})`);
    for (const target of about.full ? others : others.slice(0, 5))
      showTarget(page, found, result.now, target);
    if (!about.full && others.length > 5) page.dim(`and ${others.length - 5} more: see --full.`, 2);
  }
  closing(page, found, about);
  return page.text();
}

function showTarget(page: Page, found: Case, now: number, target: ReachResult['targets'][number]): void {
  page.blank();
  page.para(`State ${target.state}: ${stateWords(found, target.state)}.`, 2);
  page.dim(
    target.state === now
      ? 'It is there already.'
      : target.way === 'none'
        ? 'No sequence of single moves leads there: nobody would move towards it.'
        : `Reached ${ways[target.way]}.${target.way === 'course' ? '' : ' Nobody would move towards it.'}`,
    4,
  );
  let from = now;
  target.path.forEach((step, k) => {
    page.item(`${said(found, from, step)}.`, `${k + 1}.`, 4);
    from = step.to;
  });
}

function said(found: Case, from: number, step: PathStep): string {
  const movers = step.movers.map((id) => found.actors.findIndex((actor) => actor.id === id));
  const gains = step.gains.length > 0 ? ` (better for ${actorNames(found, step.gains)})` : '';
  return `${stepWords(found, from, { movers, to: step.to, steps: [] })}${gains}`;
}
