import { type Path, type Tree, treeAt } from '@demarche/case';
import { namesIn } from './names.ts';
import { nameOf, textAt } from './tree.ts';

export function actorWords(tree: Tree, actor: string): string {
  return nameOf(treeAt(tree, ['actors', actor])) ?? actor;
}

export function readingWords(tree: Tree, actor: string, reading: string): string {
  return `“${textAt(tree, ['readings', actor, reading, 'label']) ?? reading}” (${actorWords(tree, actor)})`;
}

/** What stands at a path, for somebody who has to decide whether it may go. */
export function placeWords(tree: Tree, path: Path): string {
  const [section, a = '', b = '', , d] = path;
  const [first, second] = [String(a), String(b)];
  const expression = () =>
    textAt(tree, path) ?? textAt(tree, [...path, 'that']) ?? textAt(tree, [...path, 'when']) ?? '';
  const named = (id: string) => namesIn(tree).find((one) => one.id === id)?.words ?? `“${id}”`;
  switch (section) {
    case 'actors':
      return path.length === 2
        ? `the actor ${actorWords(tree, first)}`
        : `the option ${named(`${first}.${path[3]}`)}`;
    case 'joint':
      return path.length === 2
        ? `the joint option ${named(first)}`
        : `an owner of the joint option ${named(first)}`;
    case 'facts':
      return `the fact ${named(first)}`;
    case 'states':
      return `the state ${named(first)}`;
    case 'terms':
      return `the term ${first}: ${expression()}`;
    case 'opens':
      return `the gate of ${named(first)}: ${expression()}`;
    case 'binds':
      return `the lock of ${named(first)}: ${expression()}`;
    case 'impossible':
      return `what cannot be: ${expression()}`;
    case 'coalesce':
      return `states that are one: ${expression()}`;
    case 'irreversible':
      return `one-way: ${textAt(tree, path) ?? textAt(tree, [...path, 'option'])}`;
    case 'now':
      return `as things stand: ${expression()}`;
    case 'readings': {
      if (path.length === 2) return `the readings of ${actorWords(tree, first)}`;
      const reading = readingWords(tree, first, second);
      if (path.length === 3) return `the reading ${reading}`;
      return typeof d === 'number' ? `line ${d + 1} of ${reading}: ${expression()}` : `a line of ${reading}`;
    }
    case 'beliefs':
      return path.length === 2
        ? `what ${actorWords(tree, first)} believes`
        : `what ${actorWords(tree, first)} believes of ${actorWords(tree, String(path.at(-1)))}`;
    case 'unaware':
    case 'unperceived':
      return `what ${actorWords(tree, first)} does not see`;
    case 'evidence':
    case 'look-for': {
      const item = section === 'evidence' ? 'evidence' : 'what to look for';
      return path.length === 2
        ? `item ${Number(a) + 1} of ${item}`
        : `a likelihood in item ${Number(a) + 1} of ${item}`;
    }
    case 'moves-seen':
      return `observed move ${Number(a) + 1}`;
    case 'scenarios':
      return `scenario “${textAt(tree, ['scenarios', a, 'label']) ?? first}”${path.length > 2 ? `: what it does with ${named(String(path.at(-1)))}` : ''}`;
    case 'questions':
      return `the question “${textAt(tree, ['questions', a, 'ask']) ?? first}”`;
    case 'statements':
      return `that statement ${first} is about it`;
    case 'weighing':
      return `a weighing of ${first}`;
    default:
      return path.join('.');
  }
}

/** What would go, a line each; statements that would merely no longer be about it are told together, last. */
export function removalWords(tree: Tree, paths: readonly Path[]): readonly string[] {
  const about = paths.filter(([section]) => section === 'statements').map((path) => String(path[1]));
  const rest = paths.filter(([section]) => section !== 'statements').map((path) => placeWords(tree, path));
  if (about.length === 0) return rest;
  const many = about.length === 1 ? 'that one statement is' : `that ${about.length} statements are`;
  return [...rest, `${many} about it: ${about.join(', ')} (the statements stay)`];
}
