import type { CaseAnswer, Chain, Judgement, Uses, Withdrawn } from '@demarche/analysis';
import type { Case, Statement } from '@demarche/case';
import { actorName, listed, quoted, shareWords } from '../words/index.ts';
import { type About, closing, opening } from './about.ts';
import { hingesToShow, showCondition } from './hinge.ts';
import { type Page, pageFor, type View } from './layout.ts';

/** `demarche why`: from an answer down to passages. What rests on nothing is called an assumption. */
export function whyText(
  found: Case,
  answer: CaseAnswer,
  chain: Chain,
  view: View,
  about: About & { readonly withdrawn?: Withdrawn | undefined },
): string {
  const page = pageFor(view);
  const question = found.questions.find(({ id }) => id === chain.question)!;
  opening(page, found, answer);
  if (about.withdrawn) showWithdrawn(page, about.withdrawn);
  page.heading(question.ask);
  if (question.holdsWhen) page.dim(`It holds when: ${question.holdsWhen.text}.`, 2);
  for (const { hinge, lead } of hingesToShow(answer, chain.question)) {
    page.para(lead, 1);
    showCondition(page, found, answer, hinge);
  }
  for (const { actor, share, readings } of chain.actors) {
    page.heading(`${actorName(found, actor)} (carries ${shareWords(share)} of the answer)`);
    for (const { reading, priorities, voices } of readings) {
      page.para(`${quoted(reading.label)} ${grounds(reading)}`, 2);
      priorities.forEach((priority, k) => {
        page.item(`${priority.label} ${grounds(priority)}${note(priority)}`, `${k + 1}.`, 4);
      });
      const heard = Object.entries(voices).map(([voice, n]) => `${voice} ${n}`);
      if (heard.length > 0) page.dim(`Rests on the words of: ${heard.join(', ')}.`, 4);
    }
  }
  if (chain.model.length > 0) {
    page.heading('What can and cannot be done');
    for (const one of chain.model) page.item(`${kindWords(one)}: ${one.label} ${grounds(one)}${note(one)}`);
  }
  showStatements(page, found, chain.statements);
  page.heading(`Assumptions: ${chain.assumptions.length} judgements of the chain rest on no statement`);
  for (const one of chain.assumptions) page.item(`${one.id}: ${one.label}${note(one)}`);
  closing(page, found, { ...about, settings: answer.settings });
  return page.text();
}

export function usesText(found: Case, uses: Uses, view: View, about: About): string {
  const page = pageFor(view);
  const name =
    uses.kind === 'actor'
      ? actorName(found, uses.id)
      : uses.kind === 'source'
        ? (found.sources.find(({ id }) => id === uses.id)?.title ?? uses.id)
        : uses.id;
  page.title(name === uses.id ? `${uses.id} (${uses.kind})` : `${name} (${uses.kind} ${uses.id})`);
  if (uses.kind === 'statement') showStatements(page, found, [uses.id]);
  const carried = uses.kind === 'source' || uses.kind === 'statement';
  page.heading(
    carried
      ? `${uses.judgements.length} judgements rest on it, ${uses.only.length} of them on nothing else`
      : uses.kind === 'actor'
        ? `${uses.judgements.length} judgements are about it`
        : 'The judgement',
  );
  for (const one of uses.judgements) {
    const only = uses.only.includes(one.id) ? ' [rests on nothing else]' : '';
    page.item(`${one.id}: ${one.label} ${carried ? '' : grounds(one)}${only}`);
  }
  if (uses.readings.length > 0) page.para(`Readings that it bears on: ${listed(uses.readings)}.`);
  if (uses.kind !== 'statement' && uses.statements.length > 0) showStatements(page, found, uses.statements);
  closing(page, found, about);
  return page.text();
}

export function showWithdrawn(page: Page, withdrawn: Withdrawn): void {
  const count = withdrawn.statements.length;
  page.para(
    `As if ${count === 1 ? `the statement ${withdrawn.statements[0]} were` : `${count} statements were`} withdrawn: ${
      withdrawn.assumptions.length === 0
        ? 'no judgement loses its last ground'
        : `${listed(withdrawn.assumptions)} would rest on nothing`
    }${withdrawn.evidence.length > 0 ? `, and ${withdrawn.evidence.length} item${withdrawn.evidence.length === 1 ? '' : 's'} of evidence would be gone` : ''}.`,
  );
}

function showStatements(page: Page, found: Case, ids: readonly string[]): void {
  const statements = ids.flatMap((id) => found.statements.find((one) => one.id === id) ?? []);
  if (statements.length === 0) return;
  page.heading('Statements');
  for (const one of statements) page.item(statementWords(found, one), `${one.id}`, 2);
}

export function statementWords(found: Case, one: Statement): string {
  const withheld = one.withhold || found.sources.some((source) => source.id === one.in && source.withhold);
  const place = `${one.in}${one.at ? ` ${one.at.start}..${one.at.end}` : ''}, ${one.anchor}`;
  if (withheld) return `withheld (${place})`;
  const by =
    one.by === undefined
      ? ''
      : `${one.by}${one.holder && one.holder !== one.by ? ` (of ${one.holder})` : ''}: `;
  return `${by}${one.gist ?? 'no gist'} (${place})`;
}

function grounds({ because }: Judgement): string {
  return because.length > 0 ? `[${because.join(', ')}]` : '[assumption]';
}

function note(one: Judgement): string {
  return one.note === undefined ? '' : ` Note: ${one.note}`;
}

function kindWords({ kind, id }: Judgement): string {
  const name = id.slice(id.indexOf('.') + 1);
  const words: Partial<Record<Judgement['kind'], string>> = {
    gate: `${name} opens only when`,
    lock: `${name} is bound while`,
    'one-way': `${name} cannot be undone`,
    impossible: 'impossible',
    'one-state': 'one state of all where',
  };
  return words[kind] ?? kind;
}
