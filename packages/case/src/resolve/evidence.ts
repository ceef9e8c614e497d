import type { Evidence, Likelihood, LookFor, Weighing } from '../case.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, inFileOrder, recordOf } from './context.ts';
import { groundsAt } from './formula.ts';
import { likelihoodAt, rangeAt } from './likelihood.ts';
import { known, knownStatement } from './names.ts';

type RawLikelihoods = Readonly<Record<string, number | readonly number[] | string>>;

export function evidenceOf(context: Context): Evidence[] {
  const { file, names, report } = context;
  const kinds = ['statement', 'absent', 'assumption'] as const;
  return (file.evidence ?? []).map((raw, k) => {
    const path: Path = ['evidence', k];
    const given = kinds.filter((kind) => raw[kind] !== undefined);
    if (given.length !== 1) {
      report.add(
        'evidence-source',
        path,
        'an item of evidence is one of `statement`, `absent`, `assumption`',
        {
          hint: given.length === 0 ? 'add one of them' : `keep one of: ${given.join(', ')}`,
        },
      );
    }
    const kind = given[0] ?? 'assumption';
    const text = raw[kind] ?? '';
    if (kind === 'statement') knownStatement(text, names, [...path, 'statement'], report);
    const strength =
      raw.strength === undefined
        ? undefined
        : rangeAt(context, raw.strength, [...path, 'strength'], 'number-range', 'a strength');
    return {
      id: kind === 'statement' ? text : `${kind}-${k + 1}`,
      source: kind === 'statement' ? { kind, statement: text } : { kind, text },
      actor: actorAt(context, raw.actor, path),
      likelihood: likelihoodsAt(context, raw.actor, raw.likelihood, path),
      ...(raw.group === undefined ? {} : { group: raw.group }),
      independent: raw.independent ?? false,
      ...(strength ? { strength } : {}),
      ...groundsAt(context, raw, path),
    };
  });
}

export function lookForOf(context: Context): LookFor[] {
  const ids = new Set<string>();
  return (context.file['look-for'] ?? []).map((raw, k) => {
    const path: Path = ['look-for', k];
    const id = raw.id ?? `look-${k + 1}`;
    if (ids.has(id)) {
      context.report.add(
        'id-taken',
        raw.id ? [...path, 'id'] : path,
        `“${id}” is already the id of another observation`,
      );
    }
    ids.add(id);
    const strength =
      raw.strength === undefined
        ? undefined
        : rangeAt(context, raw.strength, [...path, 'strength'], 'number-range', 'a strength');
    return {
      id,
      actor: actorAt(context, raw.actor, path),
      label: raw.label ?? id,
      ...(strength ? { strength } : {}),
      likelihood: likelihoodsAt(context, raw.actor, raw.likelihood, path),
      ...groundsAt(context, raw, path),
    };
  });
}

function actorAt(context: Context, actor: string, path: Path): number {
  known('actor', actor, context.names.actors, [...path, 'actor'], context.report);
  return context.names.actors.get(actor) ?? 0;
}

function likelihoodsAt(
  context: Context,
  actor: string,
  raw: RawLikelihoods,
  path: Path,
): Readonly<Record<string, Likelihood>> {
  const { names, report } = context;
  const readings = names.readings.get(actor);
  const found: [string, Likelihood][] = [];
  const where: Path = [...path, 'likelihood'];
  let sound = true;
  for (const [reading, value] of inFileOrder(context, where, raw)) {
    if (readings && !known('reading', reading, readings, [...where, reading], report, true)) sound = false;
    const likelihood = likelihoodAt(context, value, [...where, reading]);
    if (likelihood !== undefined) found.push([reading, likelihood]);
  }
  const missing = [...(readings ?? [])].filter((reading) => !Object.hasOwn(raw, reading));
  if (missing.length > 0 && sound) {
    report.add(
      'likelihood-missing',
      where,
      `nothing is said for ${missing.map((id) => `“${id}”`).join(', ')}`,
      { key: true },
    );
  }
  return recordOf(found);
}

export const defaultWeighing: Weighing = {
  precision: [0, 0.5, 1, 2, 4, 8, 16],
  other: {},
  reliability: { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2 },
  credibility: { '1': 1, '2': 0.8, '3': 0.6, '4': 0.4, '5': 0.2 },
  foresight: 'none',
};

/** How evidence is weighed: what the case says over the printed defaults. */
export function weighingOf(context: Context): Weighing {
  const raw = context.file.weighing;
  if (!raw) return defaultWeighing;
  const path: Path = ['weighing'];
  const share = (value: number, where: Path, what: string) => {
    if (value >= 0 && value <= 1) return;
    context.report.add('number-range', where, `${what} lies between 0 and 1, not ${value}`);
  };
  raw.precision?.forEach((value, k) => {
    if (value >= 0 && Number.isFinite(value)) return;
    context.report.add('number-range', [...path, 'precision', k], `a precision is 0 or more, not ${value}`);
  });
  if (raw.precision?.length === 0)
    context.report.add('number-range', [...path, 'precision'], 'give one precision or more', { key: true });
  const other = inFileOrder(context, [...path, 'other'], raw.other);
  for (const [actor, value] of other) {
    known('actor', actor, context.names.actors, [...path, 'other', actor], context.report, true);
    share(value, [...path, 'other', actor], 'a prior');
  }
  const table = (name: 'reliability' | 'credibility', keys: readonly string[]) => {
    const entries = inFileOrder(context, [...path, name], raw[name]);
    for (const [key, value] of entries) {
      share(value, [...path, name, key], `a ${name}`);
      if (keys.includes(key)) continue;
      context.report.add('unknown-key', [...path, name, key], `there is no ${name} “${key}”`, {
        key: true,
        hint: `the codes are: ${keys.join(', ')}`,
      });
    }
    return { ...defaultWeighing[name], ...Object.fromEntries(entries) };
  };
  return {
    precision: raw.precision ?? defaultWeighing.precision,
    other: recordOf(other),
    reliability: table('reliability', ['A', 'B', 'C', 'D', 'E', 'F']),
    credibility: table('credibility', ['1', '2', '3', '4', '5', '6']),
    foresight: raw.foresight ?? 'none',
  };
}
