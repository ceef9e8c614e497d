import type { Formula, Order, Priority, Reading } from '../case.ts';
import type { CaseFile } from '../schema/file.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, inFileOrder, listed } from './context.ts';
import { defined, formulaAt, groundsAt } from './formula.ts';
import { known } from './names.ts';

type RawReading = CaseFile['readings'][string][string];
type RawPriority = NonNullable<RawReading['prefers']>[number];

/** Per actor, in file order; a reading whose order has a mistake is left out (the mistake is reported). */
export function readingsOf(context: Context): Reading[][] {
  const { file, names, report } = context;
  for (const [actor] of inFileOrder(context, ['readings'], file.readings)) {
    known('actor', actor, names.actors, ['readings', actor], report, true);
  }
  return [...names.actors.keys()].map((actor) => {
    if (!names.readings.get(actor)?.size) {
      const message = `“${actor}” has no reading: nothing says what it wants`;
      report.add('no-reading', ['actors', actor], message, { key: true });
    }
    const own = Object.hasOwn(file.readings, actor) ? file.readings[actor] : undefined;
    const weights = Object.values(own ?? {}).map((reading) => reading.weight);
    if (weights.length > 0 && weights.every((weight) => weight === 0)) {
      report.add('negative-weight', ['readings', actor], 'one of the weights must be more than 0', {
        key: true,
      });
    }
    return defined(
      inFileOrder(context, ['readings', actor], own).map(([id, raw]) =>
        readingAt(context, id, raw, ['readings', actor, id]),
      ),
    );
  });
}

function readingAt(context: Context, id: string, raw: RawReading, path: Path): Reading | undefined {
  const { report } = context;
  if (raw.weight !== undefined && !(raw.weight >= 0 && Number.isFinite(raw.weight))) {
    report.add('negative-weight', [...path, 'weight'], `a weight is 0 or more, not ${raw.weight}`);
  }
  if (raw.dispersion !== undefined && !(raw.dispersion >= 0 && raw.dispersion <= 1)) {
    report.add(
      'number-range',
      [...path, 'dispersion'],
      `a dispersion lies between 0 and 1, and is not ${raw.dispersion}`,
    );
  }
  const grounds = groundsAt(context, raw, path);
  const order = orderAt(context, raw, path);
  if (!order) return undefined;
  return {
    id,
    label: raw.label ?? id,
    heldBy: listed(raw['held-by']),
    ...(raw.family === undefined ? {} : { family: raw.family }),
    ...(raw.weight === undefined ? {} : { weight: raw.weight }),
    ...(raw.dispersion === undefined ? {} : { dispersion: raw.dispersion }),
    ...grounds,
    order,
  };
}

const orders = ['prefers', 'ranking', 'scores', 'payoffs'] as const;

function orderAt(context: Context, raw: RawReading, path: Path): Order | undefined {
  const { report } = context;
  const given = orders.filter((kind) => raw[kind] !== undefined);
  const [kind] = given;
  if (!kind) {
    report.add('missing-order', path, 'this reading says nothing about what the actor prefers', {
      key: true,
    });
    return undefined;
  }
  if (given.length > 1) {
    report.add('two-orders', [...path, given[1]!], `this reading already has \`${kind}\``, { key: true });
  }
  const where = [...path, kind];
  const entries = kind === 'scores' ? Object.keys(raw.scores!) : raw[kind]!;
  if (entries.length === 0) {
    report.add('empty-order', where, `\`${kind}\` is empty`, { key: true });
    return undefined;
  }
  switch (kind) {
    case 'prefers':
      return { kind, priorities: linesAt(context, raw.prefers!, where) };
    case 'ranking':
      return { kind, classes: linesAt(context, raw.ranking!, where).map(({ that }) => that) };
    case 'scores':
      return { kind, scores: scoresAt(context, raw.scores!, where) };
    case 'payoffs':
      return { kind, payoffs: raw.payoffs! };
  }
}

function linesAt(context: Context, lines: readonly RawPriority[], path: Path): Priority[] {
  return lines
    .map((line, k) => priorityAt(context, line, [...path, k]))
    .filter((priority) => priority.that.length > 0);
}

function priorityAt(context: Context, line: RawPriority, path: Path): Priority {
  if (typeof line === 'string') return { because: [], that: defined([formulaAt(context, line, path)]) };
  if ('that' in line) {
    const { that } = line;
    const grounds = groundsAt(context, line, path);
    const where = [...path, 'that'];
    const formulas =
      typeof that === 'string'
        ? [formulaAt(context, that, where)]
        : that.map((text, k) => formulaAt(context, text, [...where, k]));
    if (formulas.length === 0) context.report.add('empty-order', where, 'this list of priorities is empty');
    return { ...grounds, that: defined(formulas) };
  }
  if (line.length === 0) context.report.add('empty-order', path, 'this list of priorities is empty');
  const because: string[] = [];
  const notes: string[] = [];
  const formulas: (Formula | undefined)[] = line.map((item, k) => {
    const bare = typeof item === 'string';
    const where = [...path, k];
    const grounds = groundsAt(context, bare ? undefined : item, where);
    because.push(...grounds.because);
    if (grounds.note !== undefined) notes.push(grounds.note);
    return formulaAt(context, bare ? item : item.that, bare ? where : [...where, 'that']);
  });
  return {
    because: [...new Set(because)],
    ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
    that: defined(formulas),
  };
}

function scoresAt(context: Context, scores: Readonly<Record<string, number>>, path: Path) {
  return defined(
    inFileOrder(context, path, scores).map(([text, weight]) => {
      const formula = formulaAt({ ...context, report: keyed(context.report) }, text, [...path, text]);
      return formula && { ...formula, weight };
    }),
  );
}

/** Mistakes in an expression that is a key are shown at the key. */
function keyed(report: Context['report']): Context['report'] {
  return {
    ...report,
    add: (code, path, message, detail = {}) => {
      const { within: _, ...rest } = detail;
      report.add(code, path, message, { ...rest, key: true });
    },
  };
}
