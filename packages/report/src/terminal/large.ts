import type { LargeFinding, LargeSettlement, LargeState } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { type Cube, statesIn } from '@demarche/engine';
import { bigWords } from '../words/count.ts';
import { actorName, conceptSaying, conceptTitle, listed, profileWords, quoted } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

export type LargeView = About & {
  readonly full?: boolean;
  /** Most cubes of a concept that are printed unasked. */
  readonly most?: number;
};

/** `demarche solve` of a case whose states are not listed: how many equilibria there are, and cubes of them. */
export function largeText(found: Case, result: LargeSettlement, view: View, about: LargeView): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(`Taken: ${profileWords(found, result.profile, result.scenario)}.`);
  page.para(
    result.feasible === undefined
      ? `${found.options.length} options: the states were not listed; equilibria were looked for by satisfiability.`
      : `${found.options.length} options: ${bigWords(BigInt(result.feasible))} states are feasible, and all were looked at.`,
  );
  for (const one of result.found) if (one.refused === undefined) findingOf(page, one, about);
  const reasons = new Set(result.found.flatMap(({ refused }) => refused ?? []));
  for (const reason of reasons) {
    const concerned = result.found.filter(({ refused }) => refused === reason).map(({ concept }) => concept);
    page.blank();
    page.para(`${listed(concerned)}: not told; ${reason}.`);
  }
  optionsOf(page, found);
  page.blank();
  if (result.found.some(({ cubes }) => cubes.some((cube) => cube.includes('-'))))
    page.dim('A dash stands for either: each line is all the states that agree with its letters.');
  for (const { concept, refused } of result.found)
    if (refused === undefined) page.dim(`${concept}: ${conceptTitle(concept)}; ${conceptSaying(concept)}.`);
  page.dim('One state under every concept: --state with its letters as 1 and 0, or its number.');
  closing(page, found, about);
  return page.text();
}

function findingOf(page: Page, finding: LargeFinding, { full, most = 12 }: LargeView): void {
  const { concept, cubes, count, ended } = finding;
  page.blank();
  const states = `${bigWords(count)} ${count === 1n ? 'state' : 'states'}`;
  const so: Readonly<Record<LargeFinding['ended'], string>> = {
    all: `${concept}: ${count === 0n ? 'no state is an equilibrium' : `${states}, all there are`}.`,
    cubes: `${concept}: at least ${states}; the list ends at --limit ${cubes.length}.`,
    conflicts: `${concept}: at least ${states}; whether there are more took too long to see.`,
    interrupted: `${concept}: at least ${states}; the search was interrupted.`,
  };
  page.para(so[ended]);
  const shown = full ? cubes : cubes.slice(0, most);
  shown.forEach((cube, at) => {
    const size = statesIn(cube);
    page.item(`${grouped(cube)}${size > 1n ? `  (${bigWords(size)} states)` : ''}`, `${at + 1}.`, 2);
  });
  if (shown.length < cubes.length) page.dim(`and ${cubes.length - shown.length} more: see --full.`, 2);
}

/** Letters in tens, `YNNY…`; they break where lines do. */
function grouped(cube: Cube): string {
  const letters = cube.replaceAll('1', 'Y').replaceAll('0', 'N');
  return letters.replace(/(.{10})(?=.)/g, '$1 ');
}

function optionsOf(page: Page, found: Case): void {
  page.blank();
  page.dim('Options, in the order of their letters:');
  found.options.forEach((option, k) => {
    page.item(`${option.name} (${option.id})`, `${k + 1}.`, 2);
  });
}

/** `demarche solve --state` of such a case: whether one state holds, and what stands against each improvement. */
export function largeStateText(found: Case, result: LargeState, view: View, about: LargeView): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(`Taken: ${profileWords(found, result.profile, result.scenario)}.`);
  page.para(`The state ${grouped(result.state)}: ${takenWords(found, result.state)}.`);
  for (const { concept, stable, actors } of result.verdicts) {
    page.blank();
    const against = actors.filter((one) => one.stable !== 'yes');
    const who = listed(against.map(({ actor }) => name(found, actor)));
    if (stable === 'yes') page.para(`${concept}: it is an equilibrium.`);
    else if (stable === 'no')
      page.para(
        `${concept}: it is none; not stable for ${listed(against.filter((one) => one.stable === 'no').map(({ actor }) => name(found, actor)))}.`,
      );
    else
      page.para(
        `${concept}: not known, for ${who}: more than ${result.most} states would have to be looked at.`,
      );
    for (const { actor, improvements } of about.full ? actors : against)
      for (const { to, answer, sanction } of about.full ? improvements : improvements.slice(0, 1)) {
        const move = `${name(found, actor)} prefers to ${changeWords(found, result.state, to)}`;
        const said = {
          open: 'and nothing deters it',
          unknown: 'and whether that is deterred was not seen',
          deterred: `but ${listed(
            sanction.map((step, at) => {
              const from = at === 0 ? to : sanction[at - 1]!.to;
              return `${name(found, step.actor)} would then ${changeWords(found, from, step.to)}`;
            }),
          )}`,
        };
        page.item(`${move}, ${said[answer]}.`, answer === 'deterred' ? '-' : '×');
      }
  }
  page.blank();
  for (const { concept } of result.verdicts)
    page.dim(`${concept}: ${conceptTitle(concept)}; ${conceptSaying(concept)}.`);
  if (!about.full) page.dim('With --full: every improvement of every party, and what deters it.');
  closing(page, found, about);
  return page.text();
}

function name(found: Case, actor: string): string {
  return actorName(
    found,
    found.actors.findIndex(({ id }) => id === actor),
  );
}

function takenWords(found: Case, state: Cube): string {
  const taken = found.options.filter((_, k) => state[k] === '1').map((option) => quoted(option.name));
  return taken.length === 0
    ? 'no option is taken'
    : `${listed(taken)} ${taken.length === 1 ? 'is' : 'are'} taken`;
}

function changeWords(found: Case, from: Cube, to: Cube): string {
  const flips = (mark: string) =>
    found.options.filter((_, k) => from[k] !== to[k] && to[k] === mark).map((option) => quoted(option.name));
  const said = [
    ...(flips('1').length > 0 ? [`take up ${listed(flips('1'))}`] : []),
    ...(flips('0').length > 0 ? [`drop ${listed(flips('0'))}`] : []),
  ];
  return listed(said);
}
