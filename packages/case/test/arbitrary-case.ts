import fc from 'fast-check';
import { stringify } from 'yaml';
import { readCase, statesWithoutScenario } from '../src/index.ts';
import { type Random, randomFrom } from './random.ts';

export type RandomCaseOptions = {
  /** Most options in all, joint ones included; default 6. */
  readonly options?: number;
  /** Orders that readings may be given by; default all four. */
  readonly orders?: readonly ('prefers' | 'ranking' | 'scores' | 'payoffs')[];
  /** Whether there are also second-level beliefs, options that actors are unaware of and states that they do not perceive. */
  readonly unseen?: boolean;
};

type Data = Record<string, unknown>;

/**
 * The text of a random sound case: two to four actors, impossible states, one-way options both ways, gates, locks, joint and
 * common options, facts, terms, ties, every kind of order, several readings, beliefs, scenarios, questions, statements, prose.
 */
export function randomCase(seed: number, options: RandomCaseOptions = {}): string {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = attemptCase(randomFrom(seed * 7919 + attempt), options);
    if (text !== undefined) return text;
  }
  throw new Error(`no sound case from seed ${seed}`);
}

/** The same as an arbitrary; it shrinks to smaller seeds only, so a failure is looked into by its seed. */
export function arbitraryCase(options: RandomCaseOptions = {}): fc.Arbitrary<string> {
  return fc.nat(2 ** 24).map((seed) => randomCase(seed, options));
}

function attemptCase(
  random: Random,
  { options: most = 6, orders = ['prefers', 'ranking', 'scores', 'payoffs'], unseen }: RandomCaseOptions,
) {
  const data = conflictOf(random, most);
  const names = namesIn(data);
  const readings: Record<string, Record<string, Data>> = {};
  for (const actor of Object.keys(data.actors as Data)) {
    readings[actor] = {};
    for (let k = 0; k <= random.below(3); k++) {
      const weight = random.chance(0.3) ? { weight: 1 + random.below(3) } : {};
      const order = orderOf(random, random.pick(orders), names);
      readings[actor][`r${k}`] = { label: `What ${actor} may want (${k})`, ...order, ...weight };
    }
  }
  data.readings = readings;
  Object.assign(data, aroundOf(random, data, readings, names));
  if (unseen) Object.assign(data, unseenOf(random, data, readings, names));
  for (let round = 0; round < 4; round++) {
    const states = feasibleCount(data);
    for (const reading of Object.values(readings).flatMap((own) => Object.values(own))) {
      if (!reading.payoffs || !states) continue;
      reading.payoffs = Array.from({ length: states }, () => random.below(Math.max(2, states)));
    }
    const text = stringify(data);
    const { case: found, diagnostics } = readCase(text);
    if (found) return text;
    mend(random, data, readings, names, new Set(diagnostics.map(({ code }) => code)));
  }
  return undefined;
}

/** Most random cases contradict themselves somewhere; what does is drawn again or left out. */
function mend(
  random: Random,
  data: Data,
  readings: Record<string, Record<string, Data>>,
  names: string[],
  codes: Set<string>,
) {
  if (codes.has('no-feasible-state')) data.impossible = [];
  if (codes.has('now-infeasible')) data.now = some(random, names, 0.2);
  if (
    codes.has('scenario-contradiction') ||
    codes.has('scenario-undoes') ||
    codes.has('contradictory-setting')
  ) {
    data.scenarios = random.chance(0.5)
      ? { start: { start: { [random.pick(names)]: random.chance(0.5) } } }
      : {};
  }
  if (codes.has('payoffs-length') && (data.facts as Data).drought) data.scenarios = {};
  if (!codes.has('impossible-rank')) return;
  for (const reading of Object.values(readings).flatMap((own) => Object.values(own))) {
    if (reading.ranking)
      reading.ranking = random.chance(0.5) ? [[random.pick(names), 'true']] : [random.pick(names), 'true'];
  }
}

/** How many states are feasible, asked of the same case with priorities in the place of payoffs. */
function feasibleCount(data: Data): number | undefined {
  const actors = Object.keys(data.actors as Data);
  const readings = Object.fromEntries(actors.map((actor) => [actor, { r: { prefers: ['true'] } }]));
  const { demarche, title, joint, facts, terms, impossible, now } = data;
  const { case: found } = readCase(
    stringify({ demarche, title, actors: data.actors, joint, facts, terms, impossible, now, readings }),
  );
  return found && statesWithoutScenario(found).length;
}

const actorIds = ['north', 'south', 'east', 'west'];
const optionIds = ['give', 'hold', 'press', 'sign'];

function conflictOf(random: Random, most: number): Data {
  const count = 2 + random.below(3);
  const actors: Record<string, Data> = {};
  let left = most;
  for (let a = 0; a < count; a++) {
    const own = Math.min(left - (count - a - 1), 1 + random.below(3));
    left -= Math.max(0, own);
    const options = Object.fromEntries(
      optionIds.slice(0, Math.max(0, own)).map((id) => [id, `${actorIds[a]} may ${id}`]),
    );
    actors[actorIds[a]!] = { name: `The ${actorIds[a]}`, ...(own > 0 ? { options } : {}) };
  }
  const joint: Data = {};
  if (left > 0 && random.chance(0.6))
    joint.pact = {
      name: 'A pact',
      by: random.shuffled(actorIds.slice(0, count)).slice(0, 2 + random.below(count - 1)),
    };
  if (left > 1 && random.chance(0.4)) {
    joint.blockade = {
      name: 'A blockade',
      by: random.shuffled(actorIds.slice(0, count)).slice(0, 2),
      mode: 'any',
    };
  }
  const facts = random.chance(0.5) ? { drought: 'There is a drought' } : {};
  const data: Data = { demarche: 1, title: 'A random case', actors, joint, facts };
  const names = namesIn(data);
  data.terms = { calm: expressionOf(random, names, 2), sealed: expressionOf(random, [...names, 'calm'], 1) };
  const all = [...names, 'calm', 'sealed'];
  const switches = names.filter((name) => name !== 'drought');
  data.opens = Object.fromEntries(
    some(random, switches, 0.2).map((id) => [id, expressionOf(random, all, 1)]),
  );
  data.binds = Object.fromEntries(
    some(random, switches, 0.15).map((id) => [id, expressionOf(random, all, 1)]),
  );
  data.irreversible = some(random, switches, 0.2).map((id) =>
    random.chance(0.4) ? { option: id, way: 'back' } : id,
  );
  data.impossible = Array.from(
    { length: random.below(3) },
    () => `${random.pick(switches)} and ${expressionOf(random, switches, 1)}`,
  );
  return data;
}

function namesIn(data: Data): string[] {
  const actors = data.actors as Record<string, { options?: Data }>;
  const options = Object.entries(actors).flatMap(([actor, { options: own }]) =>
    Object.keys(own ?? {}).map((id) => `${actor}.${id}`),
  );
  return [...options, ...Object.keys((data.joint as Data) ?? {}), ...Object.keys((data.facts as Data) ?? {})];
}

function some<T>(random: Random, items: readonly T[], share: number): T[] {
  return items.filter(() => random.chance(share));
}

/** A random expression over names, at most so deep. */
export function expressionOf(random: Random, names: readonly string[], depth: number): string {
  if (depth === 0 || random.chance(0.3))
    return random.chance(0.3) ? `not ${random.pick(names)}` : random.pick(names);
  const part = () => expressionOf(random, names, depth - 1);
  if (random.chance(0.15)) {
    const bound = random.pick(['exactly', 'at least', 'at most']);
    return `${bound} ${random.below(3)} of (${[part(), part(), part()].join(', ')})`;
  }
  return `(${part()}) ${random.pick(['and', 'and', 'or', 'or', 'xor', 'implies', 'iff'])} (${part()})`;
}

function orderOf(random: Random, kind: string, names: readonly string[]): Data {
  const all = [...names, 'calm', 'sealed'];
  const one = () => expressionOf(random, all, 1);
  switch (kind) {
    case 'prefers':
      return {
        prefers: Array.from({ length: 1 + random.below(4) }, () =>
          random.chance(0.2) ? [one(), one()] : one(),
        ),
      };
    case 'ranking':
      return {
        ranking: [
          ...Array.from({ length: random.below(3) }, () => (random.chance(0.3) ? [one(), one()] : one())),
          'true',
        ],
      };
    case 'scores':
      return {
        scores: Object.fromEntries(
          some(random, names, 0.8)
            .concat(names[0]!)
            .map((name) => [name, random.below(7) - 3]),
        ),
      };
    default:
      return { payoffs: [] };
  }
}

function aroundOf(
  random: Random,
  data: Data,
  readings: Record<string, Data>,
  names: readonly string[],
): Data {
  const actors = Object.keys(data.actors as Data);
  const facts = Object.keys(data.facts as Data);
  const scenarios: Data = {};
  const switched = (share: number) =>
    Object.fromEntries(some(random, names, share).map((id) => [id, random.chance(0.5)]));
  if (random.chance(0.6)) scenarios.start = { label: 'It starts otherwise', start: switched(0.3) };
  if (random.chance(0.6))
    scenarios.held = { fix: { ...switched(0.2), ...Object.fromEntries(facts.map((id) => [id, true])) } };
  const [one, other] = [random.pick(actors), random.pick(actors)];
  const beliefs = one === other ? {} : { [one]: { [other]: random.pick(Object.keys(readings[other]!)) } };
  return {
    now: some(random, names, 0.35),
    scenarios,
    beliefs,
    sources: { paper: { title: 'A paper', reliability: 'B' } },
    statements: {
      s1: { in: 'paper', by: 'A clerk', about: [one], gist: `Says that ${one} is tired.` },
      s2: {
        in: 'paper',
        by: 'A guard',
        kind: 'belief',
        about: [other],
        gist: 'Believes the opposite.',
        disputes: ['s1'],
      },
    },
    evidence: [
      {
        statement: 's1',
        actor: one,
        likelihood: Object.fromEntries(Object.keys(readings[one]!).map((id) => [id, random.below(11) / 10])),
      },
    ],
    questions: {
      calm: { ask: 'Is it calm?', 'holds-when': 'calm', because: ['s1'] },
      sealed: { ask: 'Is it sealed?', 'holds-when': 'not sealed' },
      gains: { ask: 'Who gains?', kind: 'gains' },
    },
  };
}

function unseenOf(
  random: Random,
  data: Data,
  readings: Record<string, Data>,
  names: readonly string[],
): Data {
  const actors = Object.keys(data.actors as Data);
  const options = [
    ...Object.entries(data.actors as Record<string, Data>).flatMap(([actor, { options: own }]) =>
      Object.keys((own ?? {}) as Data).map((id) => `${actor}.${id}`),
    ),
    ...Object.keys((data.joint ?? {}) as Data),
  ];
  const reading = (actor: string) => random.pick(Object.keys(readings[actor]!));
  const others = (actor: string) => actors.filter((other) => other !== actor);
  const beliefs = actors.map((actor) => {
    const [about, of] = [random.pick(others(actor)), random.pick(others(actor))];
    const third = random.pick(others(of));
    return [actor, { [about]: reading(about), of: { [of]: { [third]: reading(third) } } }];
  });
  const condition = () => `${random.pick(names)} and not ${random.pick(names)}`;
  return {
    beliefs: Object.fromEntries(beliefs),
    unaware: Object.fromEntries(
      some(random, actors, 0.5).map((actor) => [
        actor,
        [random.pick(options), { option: random.pick(options), because: ['s1'] }],
      ]),
    ),
    unperceived: Object.fromEntries(
      some(random, actors, 0.4).map((actor) => [
        actor,
        [condition(), { when: condition(), because: ['s2'] }],
      ]),
    ),
  };
}
