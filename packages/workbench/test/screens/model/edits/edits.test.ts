import { type Edit, editCase, entriesOf, fileTree, readCase, type Tree, treeAt } from '@demarche/case';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { randomCase } from '../../../../../case/test/arbitrary-case.ts';
import { type Random, randomFrom } from '../../../../../case/test/random.ts';
import { repoCases } from '../../../../../case/test/repo-cases.ts';
import { setBelief } from '../../../../src/screens/model/edits/beliefs.ts';
import { setBecause, setNote } from '../../../../src/screens/model/edits/grounds.ts';
import {
  addPriority,
  movePriority,
  removePriority,
  tieWithAbove,
  untie,
} from '../../../../src/screens/model/edits/priorities.ts';
import { removalOf } from '../../../../src/screens/model/edits/remove.ts';
import {
  effectsOf,
  nowOf,
  setCondition,
  setEffect,
  setNow,
  setWay,
} from '../../../../src/screens/model/edits/settings.ts';
import { placeOf, type Thing } from '../../../../src/screens/model/edits/thing.ts';
import { linesUnder, prioritiesOf } from '../../../../src/screens/model/outline/lines.ts';
import { namesIn } from '../../../../src/screens/model/outline/names.ts';
import { keysUnder } from '../../../../src/screens/model/outline/tree.ts';

const deep = process.env.DEMARCHE_DEEP !== undefined;
/** The seed is fixed, so that the few runs of every day meet every form. */
const runs = (few: number) => (deep ? { numRuns: 4_000 } : { numRuns: few, seed: 8 });

/** An edit of the forms, what it was meant to say, and the sections of the file that it may touch. */
type Made = { readonly edits: readonly Edit[]; readonly sections: readonly string[]; readonly what: string };
type Form = (tree: Tree, random: Random) => Made | undefined;

const listsOf = (tree: Tree): string[][] =>
  keysUnder(tree, ['readings']).flatMap((actor) =>
    keysUnder(tree, ['readings', actor])
      .map((reading) => ['readings', actor, reading, 'prefers'])
      .filter((path) => treeAt(tree, path)?.kind === 'list'),
  );

const forms: Readonly<Record<string, Form>> = {
  because: (tree, random) => {
    const [list] = some(random, listsOf(tree));
    const [line] = some(random, list ? prioritiesOf(tree, list) : []);
    const part = line?.form === 'that' ? undefined : line?.parts[0];
    const statements = keysUnder(tree, ['statements']);
    return part && statements.length > 0
      ? { edits: setBecause(part, [random.pick(statements)]), sections: ['readings'], what: part.text }
      : undefined;
  },
  'no because': (tree, random) => {
    const [line] = some(random, linesUnder(tree, ['impossible'], 'when'));
    return line && { edits: setBecause(line, []), sections: ['impossible'], what: line.text };
  },
  note: (tree, random) => {
    const [line] = some(random, linesUnder(tree, ['impossible'], 'when'));
    const note = random.pick(['why: this', '# no comment', '', 'two\nlines', '- é “x”']);
    return line && { edits: setNote(line, note), sections: ['impossible'], what: note };
  },
  'add a priority': (tree, random) => {
    const [list] = some(random, listsOf(tree));
    const [name] = some(random, namesIn(tree));
    if (!list || !name) return undefined;
    const below = random.chance(0.5) ? undefined : random.below(prioritiesOf(tree, list).length);
    return { edits: addPriority(tree, list, `not ${name.id}`, below), sections: ['readings'], what: name.id };
  },
  'move a priority': (tree, random) => {
    const [list] = some(random, listsOf(tree));
    if (!list) return undefined;
    const count = prioritiesOf(tree, list).length;
    const [from, to] = [random.below(count), random.below(count)];
    return { edits: movePriority(list, from, to), sections: ['readings'], what: `${from} to ${to}` };
  },
  'remove a priority': (tree, random) => {
    const [list] = some(random, listsOf(tree));
    const [line] = some(random, list ? prioritiesOf(tree, list) : []);
    return (
      line && {
        edits: removePriority(tree, line, random.below(line.parts.length)),
        sections: ['readings'],
        what: JSON.stringify(line.path),
      }
    );
  },
  tie: (tree, random) => {
    const [list] = some(random, listsOf(tree));
    if (!list) return undefined;
    const at = random.below(prioritiesOf(tree, list).length);
    return { edits: tieWithAbove(tree, list, at), sections: ['readings'], what: `${list} ${at}` };
  },
  untie: (tree, random) => {
    const lists = listsOf(tree).flatMap((list) =>
      prioritiesOf(tree, list)
        .filter(({ parts }) => parts.length > 1)
        .map((line) => ({ list, line })),
    );
    const [one] = some(random, lists);
    return (
      one && {
        edits: untie(tree, one.list, one.line, random.below(one.line.parts.length)),
        sections: ['readings'],
        what: JSON.stringify(one.line.path),
      }
    );
  },
  now: (tree, random) => {
    const [name] = some(
      random,
      namesIn(tree).filter(({ kind }) => kind !== 'term'),
    );
    return name && { edits: setNow(tree, name.id, random.chance(0.5)), sections: ['now'], what: name.id };
  },
  way: (tree, random) => {
    const [option] = some(random, optionsIn(tree));
    const way = random.pick(['both', 'forward', 'back'] as const);
    if (!option) return undefined;
    return { edits: setWay(tree, option, way), sections: ['irreversible'], what: `${option} ${way}` };
  },
  condition: (tree, random) => {
    const [option] = some(random, optionsIn(tree));
    const section = random.pick(['opens', 'binds'] as const);
    const text = random.chance(0.3) ? '' : `not ${option}`;
    if (!option) return undefined;
    return { edits: setCondition(tree, section, option, text), sections: [section], what: text };
  },
  effect: (tree, random) => {
    const [scenario] = some(random, keysUnder(tree, ['scenarios']));
    const [name] = some(random, optionsIn(tree));
    if (!scenario || !name) return undefined;
    const how = random.pick(['start', 'fix', undefined] as const);
    const effect = how && { how, on: random.chance(0.5) };
    return {
      edits: setEffect(tree, scenario, name, effect),
      sections: ['scenarios'],
      what: `${scenario} ${name} ${how}`,
    };
  },
  belief: (tree, random) => {
    const [holder, about, of] = random.shuffled(keysUnder(tree, ['actors']));
    const [reading] = some(random, keysUnder(tree, ['readings', about ?? '']));
    if (!holder || !about || !reading) return undefined;
    const chosen = random.chance(0.6) ? reading : undefined;
    return {
      edits: setBelief(tree, holder, about, chosen, random.chance(0.5) ? of : undefined),
      sections: ['beliefs'],
      what: `${holder} ${about} ${of} ${chosen}`,
    };
  },
};

function some<T>(random: Random, items: readonly T[]): [T] | [] {
  return items.length === 0 ? [] : [random.pick(items)];
}

function optionsIn(tree: Tree): readonly string[] {
  return namesIn(tree).flatMap(({ id, kind }) => (kind === 'option' || kind === 'joint' ? [id] : []));
}

const texts = repoCases.map(({ text }) => text);
const textOf = (which: number) =>
  texts[which] ?? randomCase(which, { orders: ['prefers'], unseen: which % 2 === 0 });

/** Codes that say that the file itself is no longer well made, whatever it says about the conflict. */
const broken =
  /^(?:yaml|comma|list-cut|duplicate|bad|missing-key|unknown|wrong|reserved|id-taken|expression|mixed|joint-owners|two-orders|question-form)/;

const flaws = (text: string) =>
  readCase(text).diagnostics.filter(({ code, severity }) => severity === 'error' && broken.test(code));

describe('edits of the forms', { timeout: 600_000 }, () => {
  it('keep the file well made, every other section as it was to the byte, and every comment', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.nat(texts.length + 40),
        fc.nat(),
        fc.constantFrom(...Object.keys(forms)),
        (which, salt, name) => {
          const text = textOf(which);
          const tree = fileTree(text)!;
          const made = forms[name]!(tree, randomFrom(salt));
          if (!made || made.edits.length === 0) return;
          seen.set(name, (seen.get(name) ?? 0) + 1);
          const after = editCase(text, made.edits);
          const told = `${name} ${made.what}\n${JSON.stringify(made.edits)}`;
          expect(flaws(after), told).toEqual([]);
          const [old, now] = [parse(text), parse(after)];
          for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
            if (!made.sections.includes(key)) expect(now[key], told).toEqual(old[key]);
          expect(outside(after, made.sections), told).toBe(outside(text, made.sections));
          const removes = made.edits.some(({ kind }) => kind !== 'add' && kind !== 'move');
          if (!removes) expect(comments(after), told).toEqual(comments(text));
          else expect(ownLines(after), told).toEqual(ownLines(text));
        },
      ),
      runs(100),
    );
    for (const name of Object.keys(forms)) expect(seen.get(name) ?? 0, name).toBeGreaterThan(0);
  });

  it('say what was meant', () => {
    fc.assert(
      fc.property(fc.nat(texts.length + 40), fc.nat(), (which, salt) => {
        const text = textOf(which);
        const tree = fileTree(text)!;
        const random = randomFrom(salt);
        const said = (edits: readonly Edit[]) => fileTree(editCase(text, edits))!;
        const [name] = some(random, optionsIn(tree));
        if (name) {
          const on = random.chance(0.5);
          expect(nowOf(said(setNow(tree, name, on)))?.includes(name) ?? false).toBe(on);
        }
        const [scenario] = some(random, keysUnder(tree, ['scenarios']));
        if (scenario && name) {
          const effect = { how: random.pick(['start', 'fix'] as const), on: random.chance(0.5) };
          const effects = effectsOf(said(setEffect(tree, scenario, name, effect)), scenario);
          expect(effects.filter(({ id }) => id === name)).toEqual([{ id: name, ...effect }]);
        }
        const [list] = some(random, listsOf(tree));
        if (!list) return;
        const lines = (of: Tree) =>
          prioritiesOf(of, list).map(({ parts }) => parts.map(({ text: one }) => one));
        const at = random.below(lines(tree).length);
        if (at > 0) {
          const before = lines(tree);
          expect(lines(said(tieWithAbove(tree, list, at)))).toEqual([
            ...before.slice(0, at - 1),
            [...before[at - 1]!, ...before[at]!],
            ...before.slice(at + 1),
          ]);
        }
        const line = prioritiesOf(tree, list)[at]!;
        if (line.parts.length < 2) return;
        const part = random.below(line.parts.length);
        const before = lines(tree);
        expect(lines(said(untie(tree, list, line, part)))).toEqual([
          ...before.slice(0, at),
          before[at]!.filter((_, k) => k !== part),
          [before[at]![part]],
          ...before.slice(at + 1),
        ]);
      }),
      runs(15),
    );
  });

  it('taking something out leaves nothing that names it, and keeps what does not', () => {
    fc.assert(
      fc.property(fc.nat(texts.length + 40), fc.nat(), (which, salt) => {
        const text = textOf(which);
        const tree = fileTree(text)!;
        const thing = randomFrom(salt).pick(thingsIn(tree));
        const { edits, along } = removalOf(tree, thing);
        const after = editCase(text, edits);
        const told = `${JSON.stringify(thing)} along ${JSON.stringify(along)}`;
        expect(flaws(after), told).toEqual([]);
        expect(treeAt(fileTree(after)!, placeOf(thing)), told).toBeUndefined();
        expect(edits.length, told).toBe(along.length + 1);
        // Whatever is not under one of the removed places is there as before.
        const gone = [placeOf(thing), ...along].map((path) => JSON.stringify(path.map(String)).slice(0, -1));
        const kept = leaves(tree).filter(
          ({ path }) => !gone.some((lead) => JSON.stringify(path.map(String)).startsWith(lead)),
        );
        const values = leaves(fileTree(after)!).map(({ text: value }) => value);
        expect(values.toSorted(), told).toEqual(kept.map(({ text: value }) => value).toSorted());
      }),
      runs(25),
    );
  });
});

function thingsIn(tree: Tree): readonly Thing[] {
  return [
    ...keysUnder(tree, ['actors']).map((id): Thing => ({ kind: 'actor', id })),
    ...namesIn(tree).map(({ id, kind }): Thing => ({ kind, id })),
    ...keysUnder(tree, ['readings']).flatMap((actor) =>
      keysUnder(tree, ['readings', actor]).map((id): Thing => ({ kind: 'reading', actor, id })),
    ),
    ...keysUnder(tree, ['scenarios']).map((id): Thing => ({ kind: 'scenario', id })),
    ...keysUnder(tree, ['questions']).map((id): Thing => ({ kind: 'question', id })),
  ];
}

type Leaf = { readonly path: readonly (string | number)[]; readonly text: string };

function leaves(tree: Tree, path: readonly (string | number)[] = []): readonly Leaf[] {
  if (tree.kind === 'text') return [{ path, text: tree.text }];
  if (tree.kind === 'list') return tree.items.flatMap((item, k) => leaves(item, [...path, k]));
  return entriesOf(tree).flatMap(({ key, value }) => leaves(value, [...path, key]));
}

/** The file without the lines of some sections, blank lines at their ends included. */
function outside(text: string, sections: readonly string[]): string {
  let inside = false;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    const key = /^([a-z-]+):/.exec(line)?.[1];
    if (key !== undefined) inside = sections.includes(key);
    else if (/^#/.test(line)) inside = false;
    if (!inside && line.trim() !== '') kept.push(line);
  }
  return kept.join('\n');
}

/** Comments that have a line to themselves. */
function ownLines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /^\s*#/.test(line))
    .map((line) => line.trim())
    .sort();
}

function comments(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)#.*$/gm)].map(([comment]) => comment.trim()).sort();
}
