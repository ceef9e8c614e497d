import type { Likelihood } from '../case.ts';
import { nearest } from '../text/nearest.ts';
import type { Path } from '../yaml/tree.ts';
import type { Context } from './context.ts';

/** The verbal scale of ICD 203 with its ranges. */
export const verbalScale: Readonly<Record<string, readonly [number, number]>> = {
  'almost no chance': [0.01, 0.05],
  'very unlikely': [0.05, 0.2],
  unlikely: [0.2, 0.45],
  'roughly even': [0.45, 0.55],
  likely: [0.55, 0.8],
  'very likely': [0.8, 0.95],
  'almost certain': [0.95, 0.99],
};

/** The marks of the classical matrix of competing hypotheses, as ranges of the same scale. */
export const matrixMarks: Readonly<Record<string, readonly [number, number]>> = {
  CC: [0.8, 0.95],
  C: [0.55, 0.8],
  N: [0.45, 0.55],
  I: [0.2, 0.45],
  II: [0.05, 0.2],
};

type Range = { readonly low: number; readonly high: number };
type Raw = number | readonly number[] | string;

export function likelihoodAt(context: Context, raw: Raw, path: Path): Likelihood | undefined {
  if (raw === 'NA') return 'NA';
  if (typeof raw === 'string' && !/^[-\d.]/.test(raw)) {
    const said = raw.toLowerCase().replace(/\s+/g, ' ').trim();
    const range = Object.hasOwn(verbalScale, said)
      ? verbalScale[said]
      : Object.hasOwn(matrixMarks, raw)
        ? matrixMarks[raw]
        : undefined;
    if (range) return { low: range[0], high: range[1], said: raw };
    const near = nearest(said, Object.keys(verbalScale));
    context.report.add('wrong-value', path, `“${raw}” is no number, range, phrase of the scale or mark`, {
      nearest: near,
      hint: near
        ? `did you mean “${near}”?`
        : `the phrases are: ${Object.keys(verbalScale).join(', ')}; the marks: CC, C, N, I, II, NA`,
    });
    return undefined;
  }
  return rangeAt(context, raw, path, 'likelihood-range', 'a likelihood');
}

/** A number from 0 to 1, or a range within them, written `[0.2, 0.4]` or `0.2..0.4`. */
export function rangeAt(
  context: Context,
  raw: Raw,
  path: Path,
  code: 'likelihood-range' | 'number-range',
  what: string,
): Range | undefined {
  const { report } = context;
  const numbers =
    typeof raw === 'number' ? [raw, raw] : typeof raw === 'string' ? raw.split('..').map(Number) : raw;
  const [low, high] = numbers;
  if (low === undefined || high === undefined || numbers.length !== 2 || numbers.some(Number.isNaN)) {
    report.add('wrong-value', path, `${what} is a number, or a range such as [0.2, 0.4]`);
    return undefined;
  }
  if (low < 0 || high > 1 || low > 1 || high < 0) {
    report.add(
      code,
      path,
      `${what} lies between 0 and 1, not ${typeof raw === 'number' ? raw : `${low}..${high}`}`,
    );
    return undefined;
  }
  if (low > high) {
    report.add(code, path, 'a range begins with its lower end');
    return undefined;
  }
  return { low, high };
}
