import { parse, stringify } from 'yaml';
import { renameCase } from '../../../case/test/permute-case.ts';
import { randomFrom } from '../../../case/test/random.ts';

/** Every id of a case looks like `party-3-x` and every name, label, speaker, gist, … like `said-12-y`. */
export const anyToken = /[a-z]+-\d+-[xy](?![a-z\d])/gi;

export type Naming = {
  readonly text: string;
  /** From what the case as written says to what this one says; options and readings by `actor.id`. */
  readonly tokens: ReadonlyMap<string, string>;
};

/** The same case in which nothing is called what it was called. */
export function anotherNaming(text: string, seed: number): Naming {
  const data: unknown = parse(text);
  const said = new Set<string>();
  prose(data, [], (value) => {
    said.add(value);
    return value;
  });
  const random = randomFrom(seed);
  const numbers = random.shuffled([...said].map((_, k) => k));
  const tokens = new Map([...said].map((value, k) => [value, `said-${numbers[k]}-y`]));
  const renamed = renameCase(stringify(prose(data, [], (value) => tokens.get(value)!)), seed);
  for (const [kind, table] of Object.entries(renamed.mapping))
    for (const [id, token] of Object.entries(table)) tokens.set(`${kind} ${id}`, token);
  return { text: renamed.text, tokens };
}

/** A text about one naming in the words of another one. */
export function inNames(text: string, from: Naming, to: Naming): string {
  const words = new Map([...from.tokens].map(([key, token]) => [token, to.tokens.get(key)!]));
  return text.replace(anyToken, (token) => {
    const word = words.get(token.toLowerCase());
    if (word === undefined) throw new Error(`nothing is called ${token}`);
    return token === token.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1);
  });
}

const proseKeys = new Set(
  ['title', 'summary', 'name', 'note', 'label', 'ask', 'gist', 'holder', 'via', 'held-by'].concat([
    'publisher',
    'author',
    'absent',
    'assumption',
    'family',
    'group',
  ]),
);

/** The data with every piece of prose put through `say`. What leads out of the case (texts, links) is left out. */
function prose(node: unknown, path: readonly string[], say: (value: string) => string): unknown {
  if (typeof node === 'string') return isProse(path) ? say(node) : node;
  if (Array.isArray(node)) return node.map((item: unknown) => prose(item, path, say));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !['text', 'sha256', 'url', 'archived'].includes(key))
      .map(([key, value]) => [key, prose(value, [...path, key], say)]),
  );
}

function isProse(path: readonly string[]): boolean {
  const [section, ...rest] = path;
  const key = path.at(-1)!;
  if (section === 'statements' && key === 'by') return true;
  if (section === 'facts' && rest.length === 1) return true;
  if (section === 'actors' && rest[1] === 'options' && rest.length === 3) return true;
  return path.length !== 2 && proseKeys.has(key);
}
