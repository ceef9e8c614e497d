import { type Preference, Refused, type Score } from '@demarche/engine';
import { countDigits, sumDigits } from './arithmetic.ts';
import { type Circuit, not, type Wire } from './circuit.ts';
import type { Writing } from './written.ts';

/**
 * What a state is worth to an actor, as digits of which the first that differs decides: a state is better where its digits are
 * more. Every order becomes prioritised statements: equally important ones count, a class is "in it or in a better one", a sum of
 * weights is its binary digits.
 */
export function worthDigits(made: Circuit, preference: Preference, write: Writing): readonly Wire[] {
  switch (preference.kind) {
    case 'priorities':
      return preference.priorities.flatMap(({ that }) => countDigits(made, that.map(write)));
    case 'classes': {
      const so: Wire[] = [];
      return preference.classes.map((one) => {
        so.push(...one.map(write));
        return made.or(so);
      });
    }
    case 'scores': {
      const columns: Wire[][] = [];
      for (const { weight, that } of wholeWeights(preference.scores)) {
        const wire = write(that);
        // Minus w where it holds is w where it does not, less a constant.
        const counted = weight < 0n ? not(wire) : wire;
        const size = weight < 0n ? -weight : weight;
        for (let k = 0; size >> BigInt(k) > 0n; k++)
          if ((size >> BigInt(k)) & 1n) {
            while (columns.length <= k) columns.push([]);
            columns[k]!.push(counted);
          }
      }
      return sumDigits(made, columns);
    }
  }
}

/** Sums of weights are compared in twelve decimal digits. */
const mostSum = 10n ** 12n;

/** Weights as whole numbers, all multiplied by the same power of ten. */
function wholeWeights(
  scores: readonly Score[],
): readonly { readonly weight: bigint; readonly that: Score['that'] }[] {
  const parts = scores.map(({ weight }) => decimalOf(weight));
  const places = Math.max(0, ...parts.map((one) => one.places));
  const whole = parts.map(({ digits, places: own }) => digits * 10n ** BigInt(Math.min(places - own, 40)));
  const total = whole.reduce((sum, one) => sum + (one < 0n ? -one : one), 0n);
  if (total >= mostSum)
    throw new Refused(() => 'the weights of a reading, added up exactly, take more than twelve digits');
  return whole.map((weight, k) => ({ weight, that: scores[k]!.that }));
}

/** The decimal that a number is written as: `digits` / 10^`places`. */
function decimalOf(value: number): { readonly digits: bigint; readonly places: number } {
  const [, sign, ahead, behind = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    String(value),
  )!;
  const exponent = Number(power) - behind.length;
  const digits = BigInt(`${sign}${ahead}${behind}`);
  return exponent > 0
    ? { digits: digits * 10n ** BigInt(Math.min(exponent, 40)), places: 0 }
    : { digits, places: -exponent };
}
