import { op, type Program } from '@demarche/engine';

/** One option with a value. Options are positions in the order of state codes. */
export type Literal = { readonly option: number; readonly on: boolean };

/** Literals that hold together; options not named are free. */
export type Pattern = readonly Literal[];

export function patternProgram(pattern: Pattern): Program {
  if (pattern.length === 0) return Int32Array.of(op.true);
  return Int32Array.from(
    pattern.flatMap(({ option, on }, k) => [option, ...(on ? [] : [op.not]), ...(k === 0 ? [] : [op.and])]),
  );
}

/** The pattern in the case's words. */
export function patternText(pattern: Pattern, ids: readonly string[]): string {
  if (pattern.length === 0) return 'true';
  return pattern.map(({ option, on }) => `${on ? '' : 'not '}${ids[option]}`).join(' and ');
}

/** Several patterns of which one must hold, in the case's words: as a condition where they are one on two options. */
export function anyText(patterns: readonly Pattern[], ids: readonly string[]): string {
  if (patterns.length === 0) return 'false';
  if (patterns.length === 1) return patternText(patterns[0]!, ids);
  return (
    ofTwo(patterns, ids) ??
    patterns
      .map((one) => (one.length > 1 ? `(${patternText(one, ids)})` : patternText(one, ids)))
      .join(' or ')
  );
}

/** What GMCR+ writes out for “if” and “iff” between two options, read back. */
function ofTwo(patterns: readonly Pattern[], ids: readonly string[]): string | undefined {
  const [a, b] = [...new Set(patterns.flatMap((one) => one.map(({ option }) => option)))].sort(
    (one, other) => one - other,
  );
  if (a === undefined || b === undefined || patterns.some((one) => one.length !== 2)) return undefined;
  if (patterns.some((one) => one.some(({ option }) => option !== a && option !== b))) return undefined;
  const value = (pattern: Pattern, option: number) => pattern.find((one) => one.option === option)?.on;
  const met = new Set(patterns.map((one) => `${value(one, a)} ${value(one, b)}`));
  if (met.size !== patterns.length) return undefined;
  const said = (option: number, on: boolean) => `${on ? '' : 'not '}${ids[option]}`;
  if (met.size === 3) {
    const [first, second] = [true, false]
      .flatMap((x) => [true, false].map((y) => [x, y] as const))
      .find(([x, y]) => !met.has(`${x} ${y}`))!;
    return `${said(a, first)} implies ${said(b, !second)}`;
  }
  if (met.size !== 2) return undefined;
  if (met.has('true true') && met.has('false false')) return `${ids[a]} iff ${ids[b]}`;
  if (met.has('true false') && met.has('false true')) return `${ids[a]} xor ${ids[b]}`;
  return undefined;
}

/** Characters of one expression, well under the limit of the language. */
const longest = 3_000;

/** The same where the text would grow too long for one expression: parts of it become terms, which `term` names. */
export function anyInParts(
  patterns: readonly Pattern[],
  ids: readonly string[],
  term: (text: string) => string,
): string {
  const whole = anyText(patterns, ids);
  if (whole.length <= longest) return whole;
  const parts: Pattern[][] = [[]];
  let room = longest;
  for (const pattern of patterns) {
    const length = patternText(pattern, ids).length + 6;
    if (length > room && parts.at(-1)!.length > 0) {
      parts.push([]);
      room = longest;
    }
    parts.at(-1)!.push(pattern);
    room -= length;
  }
  return parts.map((part) => term(anyText(part, ids))).join(' or ');
}
