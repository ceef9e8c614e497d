import { type Judgement, judgementsOf } from '@demarche/analysis';
import type { Case, Evidence, Likelihood, Scenario, SeenMove, Setting } from '@demarche/case';
import { actorName, nameWords, quoted, readingLabel } from '../words/index.ts';
import { groundsMarkup, judgementAnchor, reference } from './links.ts';
import { html, type Markup } from './markup.ts';

/** What the case holds besides the parties: circumstances, evidence, moves that were seen, what to look for. */
export function materialSection(found: Case): Markup | undefined {
  const judgements = judgementsOf(found);
  const of = (kind: Judgement['kind']) => judgements.filter((one) => one.kind === kind);
  const [scenarios, evidence, moves, look] = [
    of('scenario'),
    of('evidence'),
    of('seen-move'),
    of('look-for'),
  ];
  if (scenarios.length + evidence.length + moves.length + look.length === 0) return undefined;
  return html`<section aria-labelledby="material"><h2 id="material">Circumstances and evidence</h2>
${scenarios.length > 0 && html`<h3>Other circumstances</h3><p>Every question is also asked where things are otherwise than now:</p><ul>${scenarios.map((one, k) => item(found, one, html`<b>${one.label}</b>: ${scenarioSets(found, found.scenarios[k]!)}.`))}</ul>`}
${evidence.length > 0 && html`<h3>How statements bear on the readings</h3><p>How likely each would be if the reading were true. One that is as likely under every reading tells none apart.</p><ul>${evidence.map((one, k) => item(found, one, evidenceWords(found, found.evidence[k]!)))}</ul>`}
${moves.length > 0 && html`<h3>What parties did when they could have done otherwise</h3><ul>${moves.map((one, k) => item(found, one, moveWords(found, found.movesSeen[k]!)))}</ul>`}
${look.length > 0 && html`<h3>What would tell the readings apart, and has not been seen yet</h3><ul>${look.map((one, k) => item(found, one, html`${one.label}: ${likelihoods(found, found.lookFor[k]!.actor, found.lookFor[k]!.likelihood)}.`))}</ul>`}</section>`;
}

function item(found: Case, one: Judgement, words: Markup): Markup {
  const grounds = one.kind === 'evidence' ? html`` : groundsMarkup(found, one.because);
  return html`<li id="${judgementAnchor(one)}">${words} ${grounds}${one.note !== undefined && html` <span class="small">${one.note}</span>`}</li>`;
}

function scenarioSets(found: Case, { start, fix }: Scenario): string {
  const said = (when: string, some: Readonly<Record<string, boolean>>) => {
    const each = Object.entries(some).map(([id, on]) => `${on ? '' : 'not '}${nameWords(found, id)}`);
    return each.length > 0 ? [`${when} ${each.join(', ')}`] : [];
  };
  const all = [...said('at first', start), ...said('throughout', fix)];
  return all.length > 0 ? all.join('; ') : 'as things stand';
}

function evidenceWords(found: Case, one: Evidence): Markup {
  const what =
    one.source.kind === 'statement'
      ? reference(found, one.source.statement)
      : html`<span class="tag warn">${one.source.kind === 'absent' ? 'not seen' : 'assumption'}</span> ${one.source.text}`;
  const others = one.because.filter((id) => one.source.kind !== 'statement' || id !== one.source.statement);
  return html`${what}, on ${actorName(found, one.actor)}: ${likelihoods(found, one.actor, one.likelihood)}.${others.length > 0 && html` ${groundsMarkup(found, others)}`}`;
}

function likelihoods(found: Case, actor: number, some: Readonly<Record<string, Likelihood>>): string {
  return Object.entries(some)
    .map(
      ([reading, value]) =>
        `${likelihoodWords(value)} if ${quoted(readingLabel(found, found.actors[actor]!.id, reading))}`,
    )
    .join(', ');
}

function likelihoodWords(value: Likelihood): string {
  if (value === 'NA') return 'does not apply';
  const numbers =
    value.low === value.high ? digits(value.low) : `${digits(value.low)} to ${digits(value.high)}`;
  return value.said === undefined ? numbers : `${value.said} (${numbers})`;
}

function digits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function moveWords(found: Case, move: SeenMove): Markup {
  const who = `${actorName(found, move.actor)}${move.date === undefined ? '' : `, ${move.date}`}`;
  if (!move.menu)
    return html`${who}: from ${settingWords(found, move.from)} to ${settingWords(found, move.to)}.`;
  return html`${who}: chose ${quoted(move.chose ?? '')}, where it could have chosen:<ul>${move.menu.map(({ id, expects }) => html`<li>${quoted(id)}, then expecting ${settingWords(found, expects)}</li>`)}</ul>`;
}

function settingWords(found: Case, setting: Setting | undefined): string {
  if (setting === undefined) return 'as it was';
  const said = setting.map(({ id, value }) =>
    id === 'now' ? 'things as now' : `${value ? '' : 'not '}${nameWords(found, id)}`,
  );
  return said.length > 0 ? said.join(', ') : 'nothing of what is modelled';
}
