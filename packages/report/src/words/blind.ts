import {
  type Case,
  type Expression,
  type Formula,
  formatExpression,
  type Grounds,
  type Order,
} from '@demarche/case';

/** What the parts of a case are called once it is blind; keys are the ids of the case as written. */
export type BlindNames = {
  readonly actors: ReadonlyMap<string, string>;
  /** Options, joint options, facts, terms, states: one namespace. */
  readonly atoms: ReadonlyMap<string, string>;
  /** By `actor.reading`, to the new reading id alone. */
  readonly readings: ReadonlyMap<string, string>;
  readonly scenarios: ReadonlyMap<string, string>;
  readonly questions: ReadonlyMap<string, string>;
  readonly statements: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
};

/**
 * The same case with every name taken out of it: Party A, Party B, …, Option 1, Reading 1. Whoever knows the conflict should not
 * be able to tell from the names whose side an answer is on. Prose goes; structure and numbers stay.
 */
export function blindCase(found: Case): { readonly case: Case; readonly names: BlindNames } {
  const names = namesFor(found);
  const atom = (id: string) => names.atoms.get(id) ?? id;
  const statement = (id: string) => names.statements.get(id) ?? id;
  const actorAt = (i: number) => found.actors[i]!.id;
  const reading = (actor: number, id: string) => names.readings.get(`${actorAt(actor)}.${id}`) ?? id;
  const formula = (one: Formula): Formula => {
    const expression = renamed(one.expression, atom);
    return { text: formatExpression(expression), expression };
  };
  const grounds = (one: Partial<Grounds>): Grounds => ({ because: (one.because ?? []).map(statement) });
  const judged = (one: Formula & Grounds): Formula & Grounds => ({ ...formula(one), ...grounds(one) });
  const byReading = <T>(actor: number, table: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [reading(actor, id), value]));
  const setting = (items: readonly { readonly id: string; readonly value: boolean }[]) =>
    items.map(({ id, value }) => ({ id: atom(id), value }));
  const switches = (table: Readonly<Record<string, boolean>>) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [atom(id), value]));
  const order = (one: Order): Order => {
    switch (one.kind) {
      case 'prefers':
        return {
          kind: 'prefers',
          priorities: one.priorities.map((line) => ({ that: line.that.map(formula), ...grounds(line) })),
        };
      case 'ranking':
        return { kind: 'ranking', classes: one.classes.map((line) => line.map(formula)) };
      case 'scores':
        return {
          kind: 'scores',
          scores: one.scores.map((line) => ({ ...formula(line), weight: line.weight })),
        };
      default:
        return one;
    }
  };
  const blind: Case = {
    file: 'case.yaml',
    sha256: found.sha256,
    title: 'A conflict',
    ...(found.asOf === undefined ? {} : { asOf: found.asOf }),
    sources: found.sources.map(({ id, sha256, reliability, withhold, published }, k) => ({
      id: names.sources.get(id)!,
      title: `Source ${k + 1}`,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(published === undefined ? {} : { published }),
      reliability,
      withhold,
    })),
    statements: found.statements.map((one) => ({
      id: statement(one.id),
      in: names.sources.get(one.in)!,
      ...(one.at ? { at: one.at } : {}),
      ...(one.hash === undefined ? {} : { hash: one.hash }),
      ...(one.kind ? { kind: one.kind } : {}),
      disputes: one.disputes.map(statement),
      about: one.about.map((id) => names.actors.get(id) ?? id),
      credibility: one.credibility,
      withhold: one.withhold,
      anchor: one.anchor,
    })),
    proposals: found.proposals.map((one, k) => ({
      id: `proposal-${k + 1}`,
      in: names.sources.get(one.in)!,
      model: 'a model',
      disputes: [],
      about: [],
      credibility: one.credibility,
      withhold: one.withhold,
      anchor: one.anchor,
    })),
    decided: [],
    actors: found.actors.map(({ id }, i) => ({ id: names.actors.get(id)!, name: partyName(i) })),
    options: found.options.map((option, k) => ({
      id: atom(option.id),
      name: `Option ${k + 1}`,
      owners: option.owners,
      mode: option.mode,
      direction: option.direction,
      ...(option.gate ? { gate: judged(option.gate) } : {}),
      ...(option.lock ? { lock: judged(option.lock) } : {}),
      ...(option.oneWay ? { oneWay: grounds(option.oneWay) } : {}),
    })),
    facts: found.facts.map(({ id }, k) => ({ id: atom(id), name: `Fact ${k + 1}` })),
    terms: found.terms.map((term) => ({ ...formula(term), ...grounds(term), id: atom(term.id) })),
    impossible: found.impossible.map(judged),
    coalesce: found.coalesce.map((one, k) => ({ ...judged(one), name: `State ${k + 1} of several` })),
    ...(found.graph
      ? {
          graph: {
            states: found.graph.states.map(({ id }, k) => ({ id: atom(id), name: `State ${k}` })),
            moves: found.graph.moves,
          },
        }
      : {}),
    ...(found.now ? { now: found.now.map(atom) } : {}),
    readings: found.readings.map((readings, i) =>
      readings.map((one, k) => ({
        id: reading(i, one.id),
        label: `Reading ${k + 1}`,
        heldBy: [],
        ...(one.family === undefined
          ? {}
          : { family: `family-${readings.findIndex((other) => other.family === one.family) + 1}` }),
        ...(one.weight === undefined ? {} : { weight: one.weight }),
        ...(one.dispersion === undefined ? {} : { dispersion: one.dispersion }),
        order: order(one.order),
        ...grounds(one),
      })),
    ),
    beliefs: found.beliefs.map((one) => ({
      holder: one.holder,
      about: one.about,
      reading: reading(one.about, one.reading),
      ...(one.of === undefined ? {} : { of: one.of }),
      ...grounds(one),
    })),
    unaware: found.unaware.map((list) => list.map((one) => ({ option: one.option, ...grounds(one) }))),
    unperceived: found.unperceived.map((list) => list.map(judged)),
    evidence: found.evidence.map((one, k) => ({
      id: one.source.kind === 'statement' ? statement(one.id) : `${one.source.kind}-${k + 1}`,
      source:
        one.source.kind === 'statement'
          ? { kind: 'statement' as const, statement: statement(one.source.statement) }
          : { kind: one.source.kind, text: `Item ${k + 1}` },
      actor: one.actor,
      likelihood: byReading(one.actor, one.likelihood),
      ...(one.group === undefined
        ? {}
        : { group: `group-${found.evidence.findIndex((other) => other.group === one.group) + 1}` }),
      independent: one.independent,
      ...(one.strength ? { strength: one.strength } : {}),
      ...grounds(one),
    })),
    lookFor: found.lookFor.map((one, k) => ({
      id: `look-for-${k + 1}`,
      actor: one.actor,
      label: `Observation ${k + 1}`,
      likelihood: byReading(one.actor, one.likelihood),
      ...(one.strength ? { strength: one.strength } : {}),
      ...grounds(one),
    })),
    weighing: {
      ...found.weighing,
      other: Object.fromEntries(
        Object.entries(found.weighing.other).map(([id, value]) => [names.actors.get(id) ?? id, value]),
      ),
    },
    movesSeen: found.movesSeen.map((one, k) => {
      const item = (id: string) => `item-${(one.menu ?? []).findIndex((other) => other.id === id) + 1}`;
      return {
        id: `move-${k + 1}`,
        actor: one.actor,
        ...(one.menu
          ? { menu: one.menu.map(({ id, expects }) => ({ id: item(id), expects: setting(expects) })) }
          : {}),
        ...(one.chose === undefined ? {} : { chose: item(one.chose) }),
        ...(one.from ? { from: setting(one.from) } : {}),
        ...(one.to ? { to: setting(one.to) } : {}),
        ...grounds(one),
      };
    }),
    scenarios: found.scenarios.map((one, k) => ({
      id: names.scenarios.get(one.id)!,
      label: `Scenario ${k + 1}`,
      start: switches(one.start),
      fix: switches(one.fix),
      ...grounds(one),
    })),
    questions: found.questions.map((one, k) => ({
      id: names.questions.get(one.id)!,
      ask: `Question ${k + 1}`,
      kind: one.kind,
      ...(one.holdsWhen ? { holdsWhen: formula(one.holdsWhen) } : {}),
      ...grounds(one),
    })),
  };
  return { case: blind, names };
}

/** Party A … Party Z, Party AA, … */
export function partyName(i: number): string {
  return `Party ${letters(i)}`;
}

function letters(i: number): string {
  const last = String.fromCharCode(65 + (i % 26));
  return i < 26 ? last : letters(Math.floor(i / 26) - 1) + last;
}

function namesFor(found: Case): BlindNames {
  const party = (i: number) => `party-${letters(i).toLowerCase()}`;
  const numbered = (items: readonly { readonly id: string }[], word: string) =>
    new Map(items.map(({ id }, k) => [id, `${word}-${k + 1}`] as const));
  const atoms = new Map<string, string>();
  found.options.forEach((option, k) => {
    const owner = found.actors.findIndex(({ id }) => option.id.startsWith(`${id}.`));
    atoms.set(option.id, owner === -1 ? `option-${k + 1}` : `${party(owner)}.option-${k + 1}`);
  });
  for (const [id, name] of numbered(found.facts, 'fact')) atoms.set(id, name);
  for (const [id, name] of numbered(found.terms, 'term')) atoms.set(id, name);
  for (const [id, name] of numbered(found.graph?.states ?? [], 'state')) atoms.set(id, name);
  return {
    actors: new Map(found.actors.map(({ id }, i) => [id, party(i)])),
    atoms,
    readings: new Map(
      found.readings.flatMap((readings, i) =>
        readings.map(({ id }, k) => [`${found.actors[i]!.id}.${id}`, `reading-${k + 1}`] as const),
      ),
    ),
    scenarios: numbered(found.scenarios, 'scenario'),
    questions: numbered(found.questions, 'question'),
    statements: numbered(found.statements, 'statement'),
    sources: numbered(found.sources, 'source'),
  };
}

function renamed(expression: Expression, atom: (id: string) => string): Expression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'name':
      return { ...expression, name: atom(expression.name) };
    case 'not':
      return { kind: 'not', of: renamed(expression.of, atom) };
    case 'count':
      return { ...expression, of: expression.of.map((one) => renamed(one, atom)) };
    default:
      return { ...expression, left: renamed(expression.left, atom), right: renamed(expression.right, atom) };
  }
}
