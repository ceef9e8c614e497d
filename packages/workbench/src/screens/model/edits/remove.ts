import {
  type Edit,
  entriesOf,
  type NamedPlace,
  namedPlaces,
  namesOf,
  type Path,
  parseExpression,
  type Tree,
  treeAt,
} from '@demarche/case';
import { itemsOf, keysUnder, startsWith } from '../outline/tree.ts';
import { placeOf, type Thing, thingAt } from './thing.ts';

export type Removal = {
  /** What goes with it, in the order of the file: judgements that name it, and what falls with those. */
  readonly along: readonly Path[];
  readonly edits: readonly Edit[];
};

/** Takes a thing away together with everything that cannot stand without it, so that nothing is left that names it. */
export function removalOf(tree: Tree, thing: Thing): Removal {
  const places = namedPlaces(tree);
  const gone = new Map<string, Path>();
  const names = goneNames();
  const take = (path: Path): boolean => {
    const key = JSON.stringify(path);
    if (gone.has(key)) return false;
    gone.set(key, path);
    names.add(tree, thingAt(path));
    return true;
  };
  take(placeOf(thing));
  for (let more = true; more; ) {
    more = false;
    for (const place of places) {
      if (!names.in(place)) continue;
      const unit = unitOf(tree, place);
      if (unit && take(unit)) more = true;
    }
    for (const path of emptied(tree, gone)) if (take(path)) more = true;
  }
  const all = [...gone.values()].filter(
    (path) => ![...gone.values()].some((other) => other !== path && startsWith(path, other)),
  );
  const ordered = all
    .filter((path) => treeAt(tree, path) !== undefined)
    .sort((a, b) => startAt(tree, a) - startAt(tree, b));
  const own = JSON.stringify(placeOf(thing));
  return {
    along: ordered.filter((path) => JSON.stringify(path) !== own),
    edits: ordered.toReversed().map((path): Edit => ({ kind: 'remove', path })),
  };
}

/** Which names no longer stand for anything. */
function goneNames() {
  const actors = new Set<string>();
  const names = new Set<string>();
  const readings = new Set<string>();
  const add = (tree: Tree, thing: Thing | undefined): void => {
    if (thing?.kind === 'actor') {
      actors.add(thing.id);
      for (const option of keysUnder(tree, ['actors', thing.id, 'options']))
        names.add(`${thing.id}.${option}`);
    } else if (thing?.kind === 'reading') readings.add(`${thing.actor}.${thing.id}`);
    else if (thing && thing.kind !== 'scenario' && thing.kind !== 'question') names.add(thing.id);
  };
  const within = ({ kind, text }: NamedPlace): boolean => {
    switch (kind.of) {
      case 'actors':
        return actors.has(text);
      case 'names':
      case 'option':
        return names.has(text);
      case 'own-option':
        return names.has(`${kind.actor}.${text}`);
      case 'reading':
        return readings.has(`${kind.actor}.${text}`) || actors.has(kind.actor);
      case 'setting':
        return names.has(text.replace(/^not\s+/, ''));
      case 'expression': {
        const { expression } = parseExpression(text);
        return expression !== undefined && namesOf(expression).some(({ name }) => names.has(name));
      }
      default:
        return false;
    }
  };
  return { add, in: within };
}

/** What has to go where something in it is named that is gone. */
function unitOf(tree: Tree, { path, part }: NamedPlace): Path | undefined {
  const [section, , b] = path;
  switch (section) {
    case 'actors':
      return b === 'moves' && part === 'value' ? path : path.slice(0, 4);
    case 'joint': {
      // A joint option takes two.
      const owners = itemsOf(treeAt(tree, path.slice(0, 3))).length;
      return part === 'value' && b === 'by' && owners > 2 ? path : path.slice(0, 2);
    }
    case 'facts':
    case 'states':
    case 'terms':
    case 'opens':
    case 'binds':
    case 'impossible':
    case 'coalesce':
    case 'irreversible':
    case 'now':
    case 'questions':
      return path.slice(0, 2);
    case 'readings': {
      if (part === 'key') return path;
      const line = treeAt(tree, path.slice(0, 5));
      const that = typeof path[6] === 'number' ? 7 : 6;
      return path.slice(0, line?.kind === 'list' ? 6 : that === 7 ? 7 : 5);
    }
    case 'beliefs':
      return path;
    case 'unaware':
    case 'unperceived':
      return path.slice(0, 3);
    case 'evidence':
    case 'look-for':
      return b === 'likelihood' ? path : path.slice(0, 2);
    case 'moves-seen':
      return b === 'actor' ? path.slice(0, 2) : path;
    case 'statements':
    case 'weighing':
      return path;
    case 'scenarios':
      return path;
    default:
      return undefined;
  }
}

/** Lists and maps that lose everything and mean nothing without: a line of priorities, a reading, an item of evidence. */
function emptied(tree: Tree, gone: ReadonlyMap<string, Path>): readonly Path[] {
  const whole = (path: Path) => gone.has(JSON.stringify(path));
  const losing = (path: Path, steps: readonly (string | number)[]) =>
    steps.length > 0 && steps.every((step) => whole([...path, step]));
  const found: Path[] = [];
  for (const { key: actor, value } of entriesOf(treeAt(tree, ['readings'])))
    for (const { key: reading, value: body } of entriesOf(value))
      for (const { key: order, value: lines } of entriesOf(body)) {
        const path = ['readings', actor, reading, order];
        if (order === 'scores' && losing(path, keysUnder(tree, path))) found.push(path.slice(0, 3));
        if (order !== 'prefers' && order !== 'ranking') continue;
        const items = itemsOf(lines);
        items.forEach((item, k) => {
          const inner = item.kind === 'list' ? [...path, k] : [...path, k, 'that'];
          if (losing(inner, [...itemsOf(treeAt(tree, inner)).keys()])) found.push([...path, k]);
        });
        if (losing(path, [...items.keys()])) found.push(path.slice(0, 3));
      }
  for (const section of ['evidence', 'look-for'])
    itemsOf(treeAt(tree, [section])).forEach((_, k) => {
      const path = [section, k, 'likelihood'];
      if (losing(path, keysUnder(tree, path))) found.push([section, k]);
    });
  for (const section of ['unaware', 'unperceived', 'beliefs'])
    for (const { key } of entriesOf(treeAt(tree, [section]))) {
      const here = treeAt(tree, [section, key]);
      const steps =
        here?.kind === 'list'
          ? [...here.items.keys()]
          : keysUnder(tree, [section, key]).filter((one) => one !== 'because' && one !== 'note');
      if (losing([section, key], steps)) found.push([section, key]);
    }
  for (const { key } of entriesOf(treeAt(tree, ['beliefs'])))
    for (const { key: of } of entriesOf(treeAt(tree, ['beliefs', key, 'of'])))
      if (losing(['beliefs', key, 'of', of], keysUnder(tree, ['beliefs', key, 'of', of])))
        found.push(['beliefs', key, 'of', of]);
  for (const { key } of entriesOf(treeAt(tree, ['beliefs'])))
    if (losing(['beliefs', key, 'of'], keysUnder(tree, ['beliefs', key, 'of'])))
      found.push(['beliefs', key, 'of']);
  return found;
}

function startAt(tree: Tree, path: Path): number {
  const entry = entriesOf(treeAt(tree, path.slice(0, -1))).find(({ key }) => key === String(path.at(-1)));
  return entry?.keySpan.start ?? treeAt(tree, path)?.span.start ?? 0;
}
