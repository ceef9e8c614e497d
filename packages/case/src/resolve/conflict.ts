import type { Actor, CaseOption, Fact, Formula, Grounds, Impossible, OneState, Term } from '../case.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, inFileOrder } from './context.ts';
import { conditionAt, defined, formulaAt, groundsAt } from './formula.ts';
import { known } from './names.ts';

type Named = string | { readonly name?: string | undefined };

/** The name a thing goes by; its id where it has none. */
export function nameOr(id: string, value: Named): string {
  return (typeof value === 'string' ? value : value.name) || id;
}

export function actorsOf(context: Context): Actor[] {
  return inFileOrder(context, ['actors'], context.file.actors).map(([id, actor]) => ({
    id,
    name: actor.name ?? id,
    ...(actor.note === undefined ? {} : { note: actor.note }),
  }));
}

export function factsOf(context: Context): Fact[] {
  return inFileOrder(context, ['facts'], context.file.facts).map(([id, value]) => ({
    id,
    name: nameOr(id, value),
  }));
}

export function termsOf(context: Context): Term[] {
  const terms: Term[] = [];
  for (const [id, value] of inFileOrder(context, ['terms'], context.file.terms)) {
    const path = ['terms', id];
    const bare = typeof value === 'string';
    const formula = formulaAt(context, bare ? value : value.that, bare ? path : [...path, 'that']);
    const grounds = bare ? {} : groundsAt(context, value, path);
    if (formula)
      terms.push({
        id,
        ...formula,
        ...(bare || value.name === undefined ? {} : { name: value.name }),
        ...grounds,
      });
  }
  return terms;
}

/** The options in bit order with what restrains them. */
export function optionsOf(context: Context): CaseOption[] {
  const { file, names, report } = context;
  const options: CaseOption[] = [];
  const gates = conditionsOf(context, 'opens');
  const locks = conditionsOf(context, 'binds');
  const ways = oneWaysOf(context);
  const add = (id: string, name: string, owners: number[], mode: CaseOption['mode']) => {
    const gate = gates.get(id);
    const lock = locks.get(id);
    const way = ways.get(id);
    options.push({
      id,
      name,
      owners,
      mode,
      direction: way?.direction ?? 'both',
      ...(gate ? { gate } : {}),
      ...(lock ? { lock } : {}),
      ...(way ? { oneWay: way.grounds } : {}),
    });
  };
  for (const [actor, { options: own }] of inFileOrder(context, ['actors'], file.actors)) {
    for (const [id, value] of inFileOrder(context, ['actors', actor, 'options'], own)) {
      add(`${actor}.${id}`, nameOr(id, value), [names.actors.get(actor)!], 'single');
    }
  }
  for (const [id, { by, mode, name }] of inFileOrder(context, ['joint'], file.joint)) {
    const path: Path = ['joint', id, 'by'];
    const owners = by.filter((actor, k) => known('actor', actor, names.actors, [...path, k], report));
    const different = new Set(owners);
    if (owners.length === by.length && different.size < Math.max(2, by.length)) {
      report.add('joint-owners', path, `“${id}” needs two or more different owners`);
    }
    const positions = [...different].map((actor) => names.actors.get(actor)!).sort((a, b) => a - b);
    add(id, name ?? id, positions, mode ?? 'all');
  }
  return options;
}

function conditionsOf(context: Context, section: 'opens' | 'binds'): Map<string, Formula & Grounds> {
  const found = new Map<string, Formula & Grounds>();
  for (const [id, value] of inFileOrder(context, [section], context.file[section])) {
    known('option', id, context.names.options, [section, id], context.report, true);
    const condition = conditionAt(context, value, [section, id]);
    if (condition) found.set(id, condition);
  }
  return found;
}

function oneWaysOf(context: Context): Map<string, { direction: 'forward' | 'back'; grounds: Grounds }> {
  const found = new Map<string, { direction: 'forward' | 'back'; grounds: Grounds }>();
  context.file.irreversible?.forEach((value, k) => {
    const bare = typeof value === 'string';
    const id = bare ? value : value.option;
    const path = ['irreversible', k];
    const grounds = groundsAt(context, value, path);
    if (!known('option', id, context.names.options, bare ? path : [...path, 'option'], context.report))
      return;
    if (found.has(id))
      context.report.add('contradictory-setting', path, `“${id}” stands in \`irreversible\` twice`);
    found.set(id, { direction: bare ? 'forward' : (value.way ?? 'forward'), grounds });
  });
  return found;
}

export function impossibleOf(context: Context): Impossible[] {
  return defined(
    (context.file.impossible ?? []).map((value, k) => conditionAt(context, value, ['impossible', k])),
  );
}

export function coalesceOf(context: Context): OneState[] {
  return defined(
    (context.file.coalesce ?? []).map((value, k) => {
      const found = conditionAt(context, value, ['coalesce', k]);
      const name = typeof value === 'string' ? undefined : value.name;
      return found && { ...found, ...(name === undefined ? {} : { name }) };
    }),
  );
}
