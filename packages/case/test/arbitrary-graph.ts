import { parse, stringify } from 'yaml';
import { compileCase, evaluateExpression, readCase, statesWithoutScenario } from '../src/index.ts';
import { expressionOf, randomCase } from './arbitrary-case.ts';
import { type Random, randomFrom } from './random.ts';

type Data = Record<string, unknown>;

const actorIds = ['north', 'south', 'east', 'west'];
const stateIds = ['calm', 'fair', 'gale', 'haze', 'mist', 'rain', 'snow', 'thaw'];

/**
 * The text of a random sound case in graph form: one to four actors, two to eight states, moves that are seldom transitive,
 * impossible states, coalesced ones, terms, every kind of order, scenarios, questions.
 */
export function randomGraphCase(seed: number): string {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = stringify(graphOf(randomFrom(seed * 7907 + attempt)));
    if (readCase(text).case) return text;
  }
  throw new Error(`no sound case from seed ${seed}`);
}

function graphOf(random: Random): Data {
  const states = random.shuffled(stateIds).slice(0, 2 + random.below(stateIds.length - 1));
  const actors = actorIds.slice(0, 1 + random.below(4));
  const share = random.pick([0.1, 0.2, 0.3, 0.5]);
  const terms = {
    tempest: expressionOf(random, states, 2),
    lull: expressionOf(random, [...states, 'tempest'], 1),
  };
  const names = [...states, 'tempest', 'lull'];
  const one = () => expressionOf(random, names, 1);
  const together = random.chance(0.3) ? random.shuffled(states).slice(0, 2) : [];
  const order = (): Data => {
    const alike = (value: (state: string) => number) =>
      states.map((state) => value(together.includes(state) ? together[0]! : state));
    switch (
      together.length > 0
        ? random.pick(['payoffs', 'ranking'])
        : random.pick(['prefers', 'ranking', 'scores', 'payoffs', 'places'])
    ) {
      case 'prefers':
        return {
          prefers: Array.from({ length: 1 + random.below(3) }, () =>
            random.chance(0.2) ? [one(), one()] : one(),
          ),
        };
      case 'places': {
        const sorted = random.shuffled(states);
        return { ranking: random.chance(0.3) ? [sorted.slice(0, 2), ...sorted.slice(2)] : sorted };
      }
      case 'ranking':
        return {
          ranking: [
            ...(together.length > 0 ? [together.join(' or ')] : [one()]),
            ...random.shuffled(states.filter((state) => !together.includes(state))).slice(0, random.below(4)),
            'true',
          ],
        };
      case 'scores':
        return { scores: Object.fromEntries(states.map((state) => [state, random.below(4)])) };
      default: {
        const values = new Map(states.map((state) => [state, random.below(states.length)]));
        return { payoffs: alike((state) => values.get(state)!) };
      }
    }
  };
  const moves = () =>
    Object.fromEntries(
      states.flatMap((from) => {
        const to = states.filter((state) => state !== from && random.chance(share));
        return to.length > 0 ? [[from, to.length === 1 && random.chance(0.5) ? to[0] : to]] : [];
      }),
    );
  return {
    demarche: 1,
    title: 'A random graph',
    states: Object.fromEntries(
      states.map((id) => [id, random.chance(0.5) ? `It is ${id}` : { name: `The ${id}` }]),
    ),
    actors: Object.fromEntries(actors.map((id) => [id, { name: `The ${id}`, moves: moves() }])),
    terms,
    ...(random.chance(0.2) ? { impossible: [random.pick(states)] } : {}),
    ...(together.length > 0
      ? {
          coalesce: [
            random.chance(0.5) ? together.join(' or ') : { when: together.join(' or '), name: 'Either way' },
          ],
        }
      : {}),
    now: [random.pick(states)],
    readings: Object.fromEntries(
      actors.map((id) => [
        id,
        Object.fromEntries(
          Array.from({ length: 1 + random.below(2) }, (_, k) => [`r${k}`, { label: `R${k}`, ...order() }]),
        ),
      ]),
    ),
    scenarios: {
      ...(random.chance(0.5)
        ? { elsewhere: { label: 'It starts elsewhere', start: { [random.pick(states)]: true } } }
        : {}),
      ...(random.chance(0.4) ? { barred: { fix: { [random.pick(states)]: false } } } : {}),
    },
    questions: {
      ends: {
        ask: 'Is it so in the end?',
        'holds-when': together.length > 0 ? together.join(' or ') : one(),
      },
      gains: { ask: 'Who gains?', kind: 'gains' },
    },
  };
}

/**
 * A random sound case in option form some of whose states are coalesced: one of `randomCase` in which no order and no question tells
 * those apart.
 */
export function randomCoalescedCase(seed: number, options?: number): string {
  for (let attempt = 0; attempt < 400; attempt++) {
    const random = randomFrom(seed * 7901 + attempt);
    const data = parse(randomCase(random.below(2 ** 20), options === undefined ? {} : { options })) as Data;
    const text = joined(random, data);
    if (text !== undefined) return text;
  }
  throw new Error(`no sound case from seed ${seed}`);
}

function joined(random: Random, data: Data): string | undefined {
  const plain = readCase(stringify(data)).case!;
  const options = plain.options.map(({ id }) => id);
  const lines = Array.from({ length: random.chance(0.3) ? 2 : 1 }, () =>
    expressionOf(random, options, random.below(3)),
  );
  const any = lines.map((line) => `(${line})`).join(' or ');
  const blur = (formula: string) =>
    random.chance(0.5) ? `(${formula}) and not (${any})` : `(${formula}) or ${any}`;
  const blurred = (line: string | readonly string[]) =>
    typeof line === 'string' ? (line === 'true' ? line : blur(line)) : line.map(blur);
  const codes = statesWithoutScenario(plain);
  const formula = readCase(stringify({ ...data, terms: { ...(data.terms as Data), any } })).case?.terms.find(
    ({ id }) => id === 'any',
  );
  if (!formula) return undefined;
  const inside = [...codes].map((code) => evaluateExpression(plain, formula.expression, code));
  const first = inside.indexOf(true);
  for (const own of Object.values(data.readings as Record<string, Record<string, Data>>))
    for (const reading of Object.values(own)) {
      const { prefers, ranking, scores, payoffs } = reading as Record<string, never>;
      if (prefers) reading.prefers = (prefers as (string | string[])[]).map(blurred);
      if (ranking) reading.ranking = (ranking as (string | string[])[]).map(blurred);
      if (scores)
        reading.scores = Object.fromEntries(
          Object.entries(scores).map(([name, weight]) => [blur(name), weight]),
        );
      if (payoffs)
        reading.payoffs = (payoffs as number[]).map((value, k) => (inside[k] ? payoffs[first]! : value));
    }
  const questions = data.questions as Record<string, Data>;
  for (const question of Object.values(questions))
    if (question['holds-when']) question['holds-when'] = blur(question['holds-when'] as string);
  const text = stringify({ ...data, coalesce: lines });
  const { case: found } = readCase(text);
  return found && compileCase(found).structure.coalesced ? text : undefined;
}
