import { idFor, type Mapping, namePattern, type Path, reservedWords, type Tree } from '@demarche/case';
import { namesIn } from '../outline/names.ts';
import { keysUnder } from '../outline/tree.ts';

/** Something that the case declares under an id. */
export type Thing =
  | { readonly kind: 'actor'; readonly id: string }
  /** By `actor.option`. */
  | { readonly kind: 'option'; readonly id: string }
  /** Joint options, facts, terms and states: one namespace. */
  | { readonly kind: 'joint' | 'fact' | 'term' | 'state'; readonly id: string }
  | { readonly kind: 'reading'; readonly actor: string; readonly id: string }
  | { readonly kind: 'scenario' | 'question'; readonly id: string };

const sections = {
  actor: 'actors',
  joint: 'joint',
  fact: 'facts',
  term: 'terms',
  state: 'states',
  scenario: 'scenarios',
  question: 'questions',
} as const;

/** Where it is declared. */
export function placeOf(thing: Thing): Path {
  if (thing.kind === 'reading') return ['readings', thing.actor, thing.id];
  if (thing.kind !== 'option') return [sections[thing.kind], thing.id];
  const [actor, option] = thing.id.split('.');
  return ['actors', actor!, 'options', option!];
}

/** What is declared at a path, if anything is. */
export function thingAt(path: Path): Thing | undefined {
  const [section, a, b, c] = path.map(String);
  if (section === 'actors' && path.length === 4 && b === 'options')
    return { kind: 'option', id: `${a}.${c}` };
  if (section === 'readings' && path.length === 3) return { kind: 'reading', actor: a!, id: b! };
  if (path.length !== 2) return undefined;
  const kind = (Object.keys(sections) as (keyof typeof sections)[]).find((one) => sections[one] === section);
  return kind && ({ kind, id: a! } as Thing);
}

/** The last part of its id, which is what can be changed. */
export function ownId(thing: Thing): string {
  return thing.kind === 'option' ? thing.id.split('.')[1]! : thing.id;
}

/** The mapping for `renameIds`. */
export function renaming(thing: Thing, to: string): Mapping {
  switch (thing.kind) {
    case 'actor':
      return { actors: { [thing.id]: to } };
    case 'option':
      return { options: { [thing.id]: to } };
    case 'reading':
      return { readings: { [`${thing.actor}.${thing.id}`]: to } };
    case 'scenario':
      return { scenarios: { [thing.id]: to } };
    case 'question':
      return { questions: { [thing.id]: to } };
    default:
      return { names: { [thing.id]: to } };
  }
}

/** Ids that a new thing beside this one cannot have. */
export function takenBeside(tree: Tree, thing: Thing): ReadonlySet<string> {
  switch (thing.kind) {
    case 'option':
      return new Set(keysUnder(tree, ['actors', thing.id.split('.')[0]!, 'options']));
    case 'reading':
      return new Set(keysUnder(tree, ['readings', thing.actor]));
    case 'actor':
    case 'scenario':
    case 'question':
      return new Set(keysUnder(tree, [sections[thing.kind]]));
    default:
      return new Set(namesIn(tree).flatMap(({ id, kind }) => (kind === 'option' ? [] : [id])));
  }
}

/** Why a thing cannot be called so, in words; undefined where it can. */
export function idProblem(tree: Tree, thing: Thing, id: string): string | undefined {
  if (id === ownId(thing)) return undefined;
  const named = !['reading', 'scenario', 'question'].includes(thing.kind);
  const pattern = named ? namePattern : /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
  if (!pattern.test(id))
    return named
      ? 'an id begins with a letter and goes on with lower-case letters, digits and hyphens'
      : 'an id begins with a letter or digit and goes on with letters, digits, “-”, “_” and “.”';
  if (reservedWords.includes(id)) return `“${id}” is a word of the format`;
  return takenBeside(tree, thing).has(id) ? `“${id}” is taken` : undefined;
}

/** A free id made from a name. */
export function freeId(tree: Tree, thing: Thing, name: string): string {
  return idFor(name, thing.kind, new Set(takenBeside(tree, thing)));
}
