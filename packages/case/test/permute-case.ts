import { parse, stringify } from 'yaml';
import { type Mapping, readCase, renameIds, statesWithoutScenario } from '../src/index.ts';
import { randomFrom } from './random.ts';

type Data = Record<string, unknown>;

/** The same case with everything that has an order of its own in another one: actors, options, readings, statements, …; not `except`. */
export function permuteCase(text: string, seed: number, except: readonly string[] = []): string {
  const random = randomFrom(seed);
  const data = parse(text) as Data;
  const shuffle = (map: unknown): Data =>
    Object.fromEntries(random.shuffled(Object.entries((map ?? {}) as Data)));
  const actors = shuffle(data.actors) as Record<string, Data>;
  for (const actor of Object.values(actors)) if (actor.options) actor.options = shuffle(actor.options);
  const readings = shuffle(data.readings) as Record<string, Data>;
  for (const id of Object.keys(readings)) readings[id] = shuffle(readings[id]);
  const moved: Data = { ...data, actors, readings };
  for (const section of [
    'joint',
    'facts',
    'terms',
    'opens',
    'binds',
    'scenarios',
    'questions',
    'statements',
    'sources',
  ]) {
    if (data[section] && !except.includes(section)) moved[section] = shuffle(data[section]);
  }
  for (const section of ['impossible', 'irreversible', 'now', 'evidence']) {
    if (data[section]) moved[section] = random.shuffled(data[section] as unknown[]);
  }
  return stringify(renumbered(text, moved));
}

/** Payoffs are numbers of states in the order of codes, and codes change with the order of options. */
function renumbered(text: string, moved: Data): Data {
  const before = readCase(text).case!;
  const readings = structuredClone(moved.readings) as Record<string, Record<string, Data>>;
  const plain = structuredClone(moved) as Data & { readings: Record<string, Record<string, Data>> };
  for (const own of Object.values(plain.readings))
    for (const one of Object.values(own))
      if (one.payoffs) Object.assign(one, { payoffs: undefined, prefers: ['true'] });
  const after = readCase(stringify(plain)).case!;
  const oldBit = new Map(before.options.map(({ id }, k) => [id, k]));
  const position = new Map([...statesWithoutScenario(before)].map((code, k) => [code, k]));
  const order = [...statesWithoutScenario(after)].map((code) => {
    let old = 0;
    for (const [k, { id }] of after.options.entries()) if ((code >>> k) & 1) old += 2 ** oldBit.get(id)!;
    return position.get(old)!;
  });
  for (const own of Object.values(readings)) {
    for (const one of Object.values(own))
      if (one.payoffs) one.payoffs = order.map((k) => (one.payoffs as number[])[k]);
  }
  return { ...moved, readings };
}

/** The same case with other ids for everything that has one, and how to get from the old to the new. */
export function renameCase(
  text: string,
  seed: number,
): { readonly text: string; readonly mapping: Required<Mapping> } {
  const random = randomFrom(seed);
  const found = readCase(text).case!;
  const fresh = (count: number, lead: string) =>
    random.shuffled(Array.from({ length: count }, (_, k) => `${lead}${k}-x`));
  const map = (ids: readonly string[], lead: string) => {
    const names = fresh(ids.length, lead);
    return Object.fromEntries(ids.map((id, k) => [id, names[k]!]));
  };
  const own = found.options.filter(({ mode }) => mode === 'single').map(({ id }) => id);
  const shared = found.options.filter(({ mode }) => mode !== 'single').map(({ id }) => id);
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const mapping = {
    actors: map(ids(found.actors), 'party-'),
    options: map(own, 'move-'),
    readings: map(
      found.readings.flatMap((all, k) => all.map(({ id }) => `${found.actors[k]!.id}.${id}`)),
      'view-',
    ),
    statements: map(ids(found.statements), 'words-'),
    sources: map(ids(found.sources), 'text-'),
    names: map([...shared, ...ids(found.facts), ...ids(found.terms)], 'thing-'),
    scenarios: map(ids(found.scenarios), 'world-'),
    questions: map(ids(found.questions), 'query-'),
  };
  return { text: renameIds(text, mapping), mapping };
}
