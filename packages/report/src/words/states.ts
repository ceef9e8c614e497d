import type { CourseStep } from '@demarche/analysis';
import { type Case, type CaseOption, codeByRole, evaluateExpression } from '@demarche/case';
import { nearestPair, oneOfSeveral } from './coalesced.ts';
import { actorName, actorNames, listed, quoted } from './names.ts';

export function isTaken(code: number, option: number): boolean {
  return Math.floor(code / 2 ** option) % 2 === 1;
}

/** Who does what in a state: one entry per owner (or set of owners) that does anything, in the order of the options. */
export function stateParts(
  found: Case,
  code: number,
): readonly {
  readonly owners: readonly number[];
  readonly who: string;
  readonly options: readonly CaseOption[];
}[] {
  const groups = new Map<string, { owners: readonly number[]; options: CaseOption[] }>();
  const members = oneOfSeveral(found, code)?.members ?? [code];
  found.options.forEach((option, k) => {
    if (!members.every((member) => isTaken(member, k))) return;
    const key = option.owners.join();
    const group = groups.get(key) ?? { owners: option.owners, options: [] };
    group.options.push(option);
    groups.set(key, group);
  });
  return [...groups.values()].map(({ owners, options }) => ({
    owners,
    who: actorNames(found, owners),
    options,
  }));
}

/** `Torvale: “Keep the tunnel open”; Torvale and Marrin: “A traffic accord”`, or that nobody does anything. */
export function stateWords(found: Case, code: number): string {
  const several = oneOfSeveral(found, code);
  if (several?.name !== undefined) return quoted(several.name);
  if (found.graph) {
    const names = (several?.members ?? [code]).map(
      (member) => found.graph!.states[member]?.name ?? String(member),
    );
    return listed(names.map(quoted), 'or');
  }
  const parts = stateParts(found, code).map(
    ({ who, options }) => `${who}: ${listed(options.map(({ name }) => quoted(name)))}`,
  );
  if (several)
    return `${parts.length > 0 ? parts.join('; ') : `where ${several.condition}`} (the rest makes no difference)`;
  return parts.length > 0 ? parts.join('; ') : 'no option is taken';
}

/** `YN-Y`-like: one letter per option, in the order of the file; a dash where the states that are one differ. */
export function stateLetters(found: Case, code: number): string {
  const members = oneOfSeveral(found, code)?.members ?? [code];
  return found.options
    .map((_, k) =>
      members.every((member) => isTaken(member, k))
        ? 'Y'
        : members.some((member) => isTaken(member, k))
          ? '-'
          : 'N',
    )
    .join('');
}

/** In graph form, an actor's moves: `From “Calm” to “Crisis” or “War”.` */
export function moveLines(found: Case, actor: number): readonly string[] {
  const { graph } = found;
  const name = (code: number) => quoted(graph!.states[code]!.name);
  return Object.entries(graph?.moves[actor] ?? {}).flatMap(([from, ends]) =>
    ends.length > 0 ? [`From ${name(Number(from))} to ${listed(ends.map(name), 'or')}.`] : [],
  );
}

type Change = { readonly option: CaseOption; readonly on: boolean };

export function changesBetween(found: Case, start: number, end: number): readonly Change[] {
  const [from, to] = nearestPair(found, start, end);
  return found.options.flatMap((option, k) =>
    isTaken(from, k) === isTaken(to, k) ? [] : [{ option, on: isTaken(to, k) }],
  );
}

/** `takes up “X” and drops “Y”`, in graph form `moves from “A” to “B”`; `plural` for several movers. */
export function changeWords(found: Case, from: number, to: number, plural = false): string {
  if (found.graph)
    return `${plural ? 'move' : 'moves'} from ${stateWords(found, from)} to ${stateWords(found, to)}`;
  return flipWords(changesBetween(found, from, to), plural);
}

function flipWords(changes: readonly Change[], plural = false): string {
  const verbs: readonly (readonly [string, string, (change: Change) => boolean])[] = [
    ['takes up', 'take up', ({ option, on }) => on && option.mode !== 'all'],
    ['signs', 'sign', ({ option, on }) => on && option.mode === 'all'],
    ['drops', 'drop', ({ option, on }) => !on && option.mode !== 'all'],
    ['leaves', 'leave', ({ option, on }) => !on && option.mode === 'all'],
  ];
  const said = verbs.flatMap(([one, many, is]) => {
    const names = changes.filter(is).map(({ option }) => quoted(option.name));
    return names.length > 0 ? [`${plural ? many : one} ${listed(names)}`] : [];
  });
  return said.length > 0 ? listed(said) : 'changes nothing';
}

/** One step as a sentence without its full stop: a move of one actor, or an agreement with what each brings. */
export function stepWords(found: Case, from: number, step: CourseStep): string {
  if (step.movers.length > 1) return agreementOf(found, from, step.to, step.movers);
  const who = actorName(found, step.movers[0]!);
  const stops = step.steps.length > 0 ? step.steps : [step.to];
  const moves = stops.map((to, at) => changeWords(found, at === 0 ? from : stops[at - 1]!, to));
  return `${who} ${moves.length === 1 ? moves[0] : `first ${moves.join(', then ')}`}`;
}

/** What each mover brings to a joint move: joint options by those who sign, its own by each. */
export function agreementOf(found: Case, from: number, to: number, movers: readonly number[]): string {
  if (found.graph)
    return `${actorNames(found, movers)} agree: together they ${changeWords(found, from, to, true)}`;
  const groups = new Map<string, { owners: readonly number[]; changes: Change[] }>();
  for (const change of changesBetween(found, from, to)) {
    // A joint option can be left by any one of its owners; of the movers, those who own it.
    const owners = change.option.owners.filter((owner) => movers.includes(owner));
    const group = groups.get(owners.join()) ?? { owners, changes: [] };
    group.changes.push(change);
    groups.set(owners.join(), group);
  }
  const parts = [...groups.values()].map(
    ({ owners, changes }) => `${actorNames(found, owners)} ${flipWords(changes, owners.length > 1)}`,
  );
  return `${actorNames(found, movers)} agree: ${parts.join('; ')}`;
}

/**
 * Rests that agree in all terms (and facts being constant, in nothing else that the case names) are shown as one. They and the
 * states of each come in an order that is not the file's.
 */
export function groupRests(
  found: Case,
  rests: readonly (readonly number[])[],
  scenario: string | null,
): readonly (readonly (readonly number[])[])[] {
  const groups = new Map<string, (readonly number[])[]>();
  const place = codeByRole(found);
  const told = rests
    .map((rest) => [...rest].sort((a, b) => place(a) - place(b)))
    .sort((a, b) => place(a[0]!) - place(b[0]!));
  for (const rest of told) {
    const holds = (code: number) =>
      [
        ...found.terms.map((term) => term.expression),
        ...found.questions.flatMap((one) => one.holdsWhen?.expression ?? []),
      ]
        .map((expression) => (evaluateExpression(found, expression, code, scenario) ? 1 : 0))
        .join('');
    // Without terms every rest is its own.
    const key = found.terms.length === 0 ? rest.join() : [...new Set(rest.map(holds))].sort().join();
    groups.set(key, [...(groups.get(key) ?? []), rest]);
  }
  return [...groups.values()];
}
