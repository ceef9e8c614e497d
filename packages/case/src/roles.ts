import type { Case, Formula } from './case.ts';
import { statesWithoutScenario } from './compile.ts';
import type { Expression } from './expression.ts';

/**
 * An order of everything in a case that depends neither on what things are called nor on where they stand in the file, but on
 * what part they play: positions, those that the case says most of first. Where results tie, this order decides which is told.
 * Things that play the very same part (an exchange of names would give the same case) come in the order of the file.
 */
export type RoleOrder = {
  readonly actors: readonly number[];
  readonly options: readonly number[];
  /** Per actor. */
  readonly readings: readonly (readonly number[])[];
  /** Ids, `null` (things as they stand) first. */
  readonly scenarios: readonly (string | null)[];
};

const kept = new WeakMap<Case, RoleOrder>();
const mostRounds = 8;
/** Names in one expression that are told apart by where they stand in it. */
const mostNames = 64;

/**
 * Colour refinement (Weisfeiler & Leman, 1968) over the case: everything is told apart by what is said of it, then by what the
 * things are that it is said together with, and so on until nothing more is told apart.
 */
export function roleOrder(found: Case): RoleOrder {
  const known = kept.get(found);
  if (known) return known;
  const made = refine(found);
  kept.set(found, made);
  return made;
}

/** A state code with its options in the order of their roles, the first one weighing most. In graph form, the code itself. */
export function codeByRole(found: Case): (code: number) => number {
  if (found.graph) return (code) => code;
  const { options } = roleOrder(found);
  if (options.length > 32)
    return (code) => options.reduce((sum, k) => 2 * sum + (Math.floor(code / 2 ** k) % 2), 0);
  return (code) => {
    let sum = 0;
    for (let at = 0; at < options.length; at++) sum = 2 * sum + ((code >>> options[at]!) & 1);
    return sum;
  };
}

type Colours = ReadonlyMap<string, string>;

function refine(found: Case): RoleOrder {
  const payoffs = payoffsByOption(found);
  const weight = new Map<string, number>();
  let colours: Colours = new Map();
  let classes = -1;
  for (let round = 0; round < mostRounds; round++) {
    const said = new Map<string, string[]>();
    const add = (key: string, what: string) => {
      const list = said.get(key);
      if (list) list.push(what);
      else said.set(key, [what]);
    };
    collect(found, colours, payoffs, add);
    const next = new Map<string, string>();
    for (const [key, list] of said) {
      next.set(key, hash(`${colours.get(key) ?? ''}|${list.sort().join('|')}`));
      if (round === 0) weight.set(key, list.length);
    }
    colours = next;
    const now = new Set(next.values()).size;
    if (now === classes) break;
    classes = now;
  }
  const by = (key: string) => colours.get(key) ?? '';
  const inOrder = <T>(items: readonly T[], key: (item: T, at: number) => string): readonly T[] =>
    items
      .map((item, at) => ({ item, key: key(item, at) }))
      .sort(
        (a, b) =>
          (weight.get(b.key) ?? 0) - (weight.get(a.key) ?? 0) ||
          (by(a.key) < by(b.key) ? -1 : by(a.key) > by(b.key) ? 1 : 0),
      )
      .map(({ item }) => item);
  return {
    actors: inOrder([...found.actors.keys()], (i) => actorKey(i)),
    options: inOrder([...found.options.keys()], (k) => nameKey(found.options[k]!.id)),
    readings: found.readings.map((own, i) =>
      inOrder([...own.keys()], (r) => readingKey(i, found.readings[i]![r]!.id)),
    ),
    scenarios: [
      null,
      ...inOrder(
        found.scenarios.map(({ id }) => id),
        (id) => scenarioKey(id),
      ),
    ],
  };
}

const actorKey = (actor: number) => `actor ${actor}`;
const nameKey = (id: string) => `name ${id}`;
const readingKey = (actor: number, id: string) => `reading ${actor} ${id}`;
const scenarioKey = (id: string) => `scenario ${id}`;

/** Everything that the case says, told of each thing that it is said of. */
function collect(
  found: Case,
  colours: Colours,
  payoffs: ReadonlyMap<string, string>,
  add: (key: string, what: string) => void,
): void {
  const colour = (key: string) => colours.get(key) ?? '';
  const formula = (said: Formula, context: string) => {
    const names = namesIn(said.expression);
    const whole = hash(`${context} ${shape(said.expression, colours)}`);
    const apart = names.size <= mostNames;
    for (const name of names)
      add(nameKey(name), apart ? hash(`${context} ${shape(said.expression, colours, name)}`) : whole);
    return whole;
  };
  const now = new Set(found.now);
  for (const i of found.actors.keys()) add(actorKey(i), `actor ${found.readings[i]?.length ?? 0}`);
  for (const { id } of found.facts) add(nameKey(id), `fact ${now.has(id)}`);
  for (const option of found.options) {
    const { id, mode, direction, owners } = option;
    const who = owners.map((i) => colour(actorKey(i))).sort();
    add(nameKey(id), `option ${mode} ${direction} ${now.has(id)} ${who.join()}`);
    for (const i of owners) add(actorKey(i), `owns ${mode} ${direction} ${colour(nameKey(id))}`);
    for (const way of ['gate', 'lock'] as const)
      if (option[way]) add(nameKey(id), `${way} ${formula(option[way], `${way} ${colour(nameKey(id))}`)}`);
  }
  for (const { id, expression, text } of found.terms)
    add(nameKey(id), `term ${formula({ text, expression }, `term ${colour(nameKey(id))}`)}`);
  for (const one of found.impossible) formula(one, 'impossible');
  for (const { kind, holdsWhen } of found.questions) if (holdsWhen) formula(holdsWhen, `question ${kind}`);
  for (const { id, start, fix } of found.scenarios)
    for (const [how, values] of [
      ['start', start],
      ['fix', fix],
    ] as const)
      for (const [name, on] of Object.entries(values)) {
        add(nameKey(name), `${how} ${on} ${colour(scenarioKey(id))}`);
        add(scenarioKey(id), `${how} ${on} ${colour(nameKey(name))}`);
      }
  found.readings.forEach((own, i) => {
    for (const { id, order, weight, heldBy } of own) {
      const key = readingKey(i, id);
      const context = `reading ${colour(key)}`;
      add(key, `of ${colour(actorKey(i))} ${weight} ${heldBy.length}`);
      add(actorKey(i), `read ${colour(key)}`);
      switch (order.kind) {
        case 'prefers':
          order.priorities.forEach(({ that }, at) => {
            add(key, `${at} ${that.map((one) => formula(one, `${context} priority ${at}`)).sort()}`);
          });
          break;
        case 'ranking':
          order.classes.forEach((one, at) => {
            add(key, `${at} ${one.map((part) => formula(part, `${context} class ${at}`)).sort()}`);
          });
          break;
        case 'scores':
          for (const one of order.scores) add(key, formula(one, `${context} score ${one.weight}`));
          break;
        case 'payoffs':
          add(key, `payoffs ${[...order.payoffs].sort((a, b) => a - b)}`);
          for (const option of found.options)
            add(nameKey(option.id), hash(`${context} ${payoffs.get(`${key} ${option.id}`)}`));
          break;
      }
    }
  });
  for (const { holder, about, of, reading } of found.beliefs) {
    const key = readingKey(about, reading);
    const third = of === undefined ? '' : colour(actorKey(of));
    add(key, `believed ${colour(actorKey(holder))} ${third}`);
    add(actorKey(holder), `believes ${colour(key)} ${third}`);
    if (of !== undefined) add(actorKey(of), `is believed ${colour(key)} ${colour(actorKey(holder))}`);
  }
  found.unaware.forEach((options, i) => {
    for (const { option } of options) {
      add(nameKey(found.options[option]!.id), `unseen ${colour(actorKey(i))}`);
      add(actorKey(i), `unaware ${colour(nameKey(found.options[option]!.id))}`);
    }
  });
  found.unperceived.forEach((formulas, i) => {
    for (const one of formulas)
      add(actorKey(i), `unperceived ${formula(one, `unperceived ${colour(actorKey(i))}`)}`);
  });
  for (const { actor, likelihood } of [...found.evidence, ...found.lookFor])
    for (const [id, value] of Object.entries(likelihood))
      add(
        readingKey(actor, id),
        `evidence ${value === 'NA' ? value : `${value.low} ${value.high}`} ${Object.keys(likelihood).length}`,
      );
}

/** The states' payoffs with an option taken, per reading: payoffs number states by the order of the options. */
function payoffsByOption(found: Case): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  let codes: Uint32Array | undefined;
  found.readings.forEach((own, i) => {
    for (const { id, order } of own) {
      if (order.kind !== 'payoffs' || found.graph) continue;
      codes ??= statesWithoutScenario(found);
      const { payoffs } = order;
      found.options.forEach((option, k) => {
        const taken = payoffs.filter((_, at) => Math.floor(codes![at]! / 2 ** k) % 2 === 1);
        all.set(`${readingKey(i, id)} ${option.id}`, hash(taken.sort((a, b) => a - b).join()));
      });
    }
  });
  return all;
}

/** An expression with colours for names; what has no order is in one order; `alone` is the name it is looked at from. */
function shape(expression: Expression, colours: Colours, alone?: string): string {
  const write = (one: Expression): string => {
    switch (one.kind) {
      case 'constant':
        return String(one.value);
      case 'name':
        return one.name === alone ? '*' : (colours.get(nameKey(one.name)) ?? '?');
      case 'not':
        return `not(${write(one.of)})`;
      case 'count':
        return `${one.bound} ${one.n}(${one.of.map(write).sort().join()})`;
      case 'implies':
        return `(${write(one.left)} implies ${write(one.right)})`;
      default:
        return `${one.kind}(${[write(one.left), write(one.right)].sort().join()})`;
    }
  };
  return hash(write(expression));
}

function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (one: Expression): void => {
    switch (one.kind) {
      case 'constant':
        return;
      case 'name':
        names.add(one.name);
        return;
      case 'not':
        visit(one.of);
        return;
      case 'count':
        one.of.forEach(visit);
        return;
      default:
        visit(one.left);
        visit(one.right);
    }
  };
  visit(expression);
  return names;
}

/** Two 32-bit FNV-1a-like hashes side by side: short, the same everywhere. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
