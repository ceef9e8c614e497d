import type { Formula, Grounds } from '../case.ts';
import { namesOf } from '../expression/names.ts';
import { parseExpression } from '../expression/parse.ts';
import { nearest, onlyEnding } from '../text/nearest.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, listed } from './context.ts';
import { knownStatement } from './names.ts';

/** An expression with all its names known, or undefined with what is wrong reported. */
export function formulaAt(context: Context, text: string, path: Path): Formula | undefined {
  const { report, names } = context;
  const parsed = parseExpression(text);
  if (parsed.complaint) {
    const { code, message, hint, start, end } = parsed.complaint;
    report.add(code, path, message, { hint, within: { start, end } });
    return undefined;
  }
  let sound = true;
  for (const use of namesOf(parsed.expression)) {
    if (names.atoms.has(use.name)) continue;
    sound = false;
    const near = nearest(use.name, names.atoms) ?? onlyEnding(use.name, names.atoms);
    const hint = near
      ? `did you mean “${near}”?`
      : names.actors.has(use.name)
        ? `an actor is no proposition; name one of its options: ${use.name}.OPTION`
        : 'expected an option (actor.option), a joint option, a fact or a term';
    report.add('unknown-name', path, `nothing in this case is called “${use.name}”`, {
      within: { start: use.start, end: use.end },
      nearest: near,
      hint,
    });
  }
  return sound ? { text, expression: parsed.expression } : undefined;
}

export type Grounded = {
  readonly because?: string | readonly string[] | undefined;
  readonly note?: string | undefined;
};

/** `because` and `note` of a judgement; unknown statements are reported. */
export function groundsAt(context: Context, value: Grounded | string | undefined, path: Path): Grounds {
  if (value === undefined || typeof value === 'string') return { because: [] };
  return {
    because: statementsAt(context, value.because, [...path, 'because']),
    ...(value.note === undefined ? {} : { note: value.note }),
  };
}

/** Statement ids, one or a list; unknown ones are reported and left out. */
export function statementsAt(
  context: Context,
  value: string | readonly string[] | undefined,
  path: Path,
): string[] {
  const single = typeof value === 'string';
  return listed(value).filter((id, k) =>
    knownStatement(id, context.names, single ? path : [...path, k], context.report),
  );
}

type Condition = string | ({ readonly when: string } & Grounded);

/** An expression or `{ when, because, note }`. */
export function conditionAt(context: Context, value: Condition, path: Path): (Formula & Grounds) | undefined {
  const bare = typeof value === 'string';
  const formula = formulaAt(context, bare ? value : value.when, bare ? path : [...path, 'when']);
  const grounds = groundsAt(context, value, path);
  return formula && { ...formula, ...grounds };
}

export function defined<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined) as Value[];
}
