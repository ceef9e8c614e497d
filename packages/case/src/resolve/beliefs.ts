import type { Belief, Formula, Grounds, Unaware } from '../case.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, inFileOrder } from './context.ts';
import { conditionAt, defined, type Grounded, groundsAt } from './formula.ts';
import { known } from './names.ts';

const ownKeys = new Set(['of', 'because', 'note']);

/** Who takes whom to want what, first level and second. */
export function beliefsOf(context: Context): Belief[] {
  const { file, names, report } = context;
  const beliefs: Belief[] = [];
  for (const [holder, raw] of inFileOrder(context, ['beliefs'], file.beliefs)) {
    const path: Path = ['beliefs', holder];
    known('actor', holder, names.actors, path, report, true);
    const grounds = groundsAt(context, raw, path);
    const { of, because: _because, note: _note, ...first } = raw;
    for (const [about, reading] of inFileOrder<string | undefined>(context, path, first)) {
      if (ownKeys.has(about) || typeof reading !== 'string') continue;
      const belief = beliefAt(context, holder, about, reading, [...path, about], grounds);
      if (belief) beliefs.push(belief);
    }
    for (const [other, theirs] of inFileOrder(context, [...path, 'of'], of)) {
      const where: Path = [...path, 'of', other];
      const actor = known('actor', other, names.actors, where, report, true);
      if (other === holder)
        report.add('belief-self', where, `what “${holder}” believes stands one level up`, { key: true });
      for (const [about, reading] of inFileOrder(context, where, theirs)) {
        const belief = beliefAt(context, other, about, reading, [...where, about], grounds);
        const position = names.actors.get(holder);
        if (belief && actor && position !== undefined)
          beliefs.push({ ...belief, holder: position, of: names.actors.get(other)! });
      }
    }
  }
  return beliefs;
}

function beliefAt(
  context: Context,
  holder: string,
  about: string,
  reading: string,
  path: Path,
  grounds: Grounds,
): Belief | undefined {
  const { names, report } = context;
  if (!known('actor', about, names.actors, path, report, true)) return undefined;
  if (about === holder) {
    report.add(
      'belief-self',
      path,
      `a belief of “${holder}” about itself: its reading is what is under analysis`,
      { key: true },
    );
    return undefined;
  }
  if (!known('reading', reading, names.readings.get(about) ?? new Set(), path, report)) return undefined;
  const position = names.actors.get(holder);
  return position === undefined
    ? undefined
    : { holder: position, about: names.actors.get(about)!, reading, ...grounds };
}

/** Per actor, options that it does not see. */
export function unawareOf(context: Context): Unaware[][] {
  const { file, names, report } = context;
  for (const [actor] of inFileOrder(context, ['unaware'], file.unaware)) {
    known('actor', actor, names.actors, ['unaware', actor], report, true);
  }
  return [...names.actors.keys()].map((actor) => {
    const value = file.unaware && Object.hasOwn(file.unaware, actor) ? file.unaware[actor] : undefined;
    const path: Path = ['unaware', actor];
    if (typeof value === 'string') return optionAt(context, value, path);
    return (value ?? []).flatMap((one, k) => optionAt(context, one, [...path, k]));
  });
}

type Option = string | ({ readonly option: string } & Grounded);

function optionAt(context: Context, value: Option, path: Path): Unaware[] {
  const { names, report } = context;
  const [id, at] = typeof value === 'string' ? [value, path] : [value.option, [...path, 'option']];
  const grounds = groundsAt(context, value, path);
  return known('option', id, names.options, at, report)
    ? [{ option: names.options.get(id)!, ...grounds }]
    : [];
}

/** Per actor, the states that it does not reckon with. */
export function unperceivedOf(context: Context): (Formula & Grounds)[][] {
  const { file, names, report } = context;
  for (const [actor] of inFileOrder(context, ['unperceived'], file.unperceived)) {
    known('actor', actor, names.actors, ['unperceived', actor], report, true);
  }
  return [...names.actors.keys()].map((actor) => {
    const value =
      file.unperceived && Object.hasOwn(file.unperceived, actor) ? file.unperceived[actor] : undefined;
    const path: Path = ['unperceived', actor];
    if (typeof value === 'string') return defined([conditionAt(context, value, path)]);
    return defined((value ?? []).map((one, k) => conditionAt(context, one, [...path, k])));
  });
}
