import type { AnswerChange, CaseDiff, CaseDifference, CellChange, Verdict } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { PlaceOf } from '../json/diff.ts';
import { quoted, verdictWord } from '../words/index.ts';
import { type About, closing } from './about.ts';
import { type Page, pageFor, type View } from './layout.ts';

export type DiffView = {
  readonly place: PlaceOf;
  /** All combinations, not only the first of each question. */
  readonly full: boolean;
  readonly blind: boolean;
};

const kindWords: Readonly<Record<CaseDifference['kind'], string>> = {
  title: 'title, date and summary',
  source: 'sources',
  statement: 'statements',
  state: 'states',
  actor: 'actors',
  option: 'options',
  move: 'moves',
  fact: 'facts',
  term: 'terms',
  gate: 'gates (opens)',
  lock: 'locks (binds)',
  impossible: 'what is impossible',
  'one-way': 'one-way options (irreversible)',
  'one-state': 'what counts as one state (coalesce)',
  now: 'where things stand (now)',
  reading: 'readings',
  order: 'orders',
  priority: 'priorities',
  belief: 'beliefs',
  unaware: 'what actors are unaware of',
  unperceived: 'what actors do not perceive',
  evidence: 'evidence',
  'look-for': 'what to look for',
  weighing: 'how readings are weighed',
  'move-seen': 'moves seen',
  scenario: 'scenarios',
  question: 'questions',
};

const marks = { added: '+', removed: '-', changed: '~' } as const;
const mostCells = 8;
/** The heading says what an id begins with. */
const section =
  /^(?:now|impossible|coalesce|moves|opens|binds|terms|beliefs|scenarios|questions|irreversible)\./;

/** `demarche diff`: what was added (+), removed (-) and changed (~) from A to B, with places, and what becomes of the answers. */
export function diffText(
  one: Case,
  other: Case,
  diff: CaseDiff,
  view: View,
  about: About,
  how: DiffView,
): string {
  const page = pageFor(view);
  page.title('From A to B');
  page.item(`${quoted(one.title)} (${one.file})`, 'A');
  page.item(`${quoted(other.title)} (${other.file})`, 'B');
  page.blank();
  const { differences } = diff;
  if (differences.length === 0) page.para('The two cases say the same.');
  else {
    const count = (change: CaseDifference['change']) =>
      differences.filter((item) => item.change === change).length;
    page.para(
      `${count('added')} added (+), ${count('removed')} removed (-), ${count('changed')} changed (~).`,
    );
  }
  for (const kind of new Set(differences.map((item) => item.kind))) {
    page.heading(kindWords[kind]);
    for (const item of differences.filter((known) => known.kind === kind)) listed(page, item, how);
  }
  page.heading('What becomes of the answers');
  if (diff.answers === undefined)
    page.para('Nothing is answered: one of the cases does not say where things stand (now).');
  else if (diff.answers.length === 0) page.para('Neither case asks a question.');
  for (const answer of diff.answers ?? []) answered(page, answer, how);
  if (diff.sampled)
    page.dim(
      `${diff.sampled.profiles} of ${diff.sampled.of} combinations of readings were drawn and compared.`,
    );
  closing(page, one, about);
  return page.text();
}

function listed(
  page: Page,
  { id, kind, change, one, other, at }: CaseDifference,
  { place, blind }: DiffView,
): void {
  const where = [
    ...(at.one ? [`A ${spot(place(at.one, 'one'))}`] : []),
    ...(at.other ? [`B ${spot(place(at.other, 'other'))}`] : []),
  ].join(', ');
  const name = id.startsWith(`${kind}.`) ? id.slice(kind.length + 1) : id.replace(section, '');
  page.item(blind ? where : `${name} (${where})`, marks[change]);
  if (blind) return;
  if (one !== '') page.para(`A: ${one}`, 6);
  if (other !== '') page.para(`B: ${other}`, 6);
}

const spot = ({ line, column }: { readonly line: number; readonly column: number }) => `${line}:${column}`;

function answered(page: Page, { ask, shared, changed, cells }: AnswerChange, { full }: DiffView): void {
  page.blank();
  page.para(ask);
  const onlyA = cells.filter(({ to }) => to === null).length;
  const onlyB = cells.filter(({ from }) => from === null).length;
  const alone = [
    ...(onlyA > 0 ? [`${onlyA} only in A`] : []),
    ...(onlyB > 0 ? [`${onlyB} only in B`] : []),
  ].join(', ');
  page.para(
    shared === 0
      ? `No combination of readings and scenario is in both${alone === '' ? '' : `: ${alone}`}.`
      : `${changed === 0 ? 'None' : changed} of ${shared} answers ${changed <= 1 ? 'differs' : 'differ'}${alone === '' ? '' : ` (${alone})`}.`,
    2,
  );
  const different = cells.filter(({ from, to }) => from !== null && to !== null);
  const turns = Map.groupBy(different, ({ from, to }) => `${said(from)} → ${said(to)}`);
  for (const [turn, some] of turns) {
    page.item(`${turn}: ${some.length}`, '·', 2);
    const shown = full ? some : some.slice(0, mostCells);
    for (const cell of shown) page.item(cellText(cell), '-', 4);
    if (shown.length < some.length) page.dim(`and ${some.length - shown.length} more (--full lists them)`, 6);
  }
  if (full)
    for (const cell of cells.filter(({ from, to }) => from === null || to === null))
      page.item(`${said(cell.from)} → ${said(cell.to)}: ${cellText(cell)}`, '·', 2);
}

/** A verdict as everywhere on screen; what parties gain as it is. */
function said(answer: string | null): string {
  if (answer === null) return 'not there';
  return Object.hasOwn(verdictWord, answer) ? verdictWord[answer as Verdict] : answer;
}

function cellText({ profile, scenario, concept, beliefs }: CellChange): string {
  const readings = Object.entries(profile).map(([actor, reading]) => `${actor} ${reading}`);
  return `${readings.join(', ')}; ${scenario === null ? 'as things stand' : `scenario ${scenario}`}; ${concept}${beliefs === 'correct' ? '' : '; as each sees it'}`;
}
