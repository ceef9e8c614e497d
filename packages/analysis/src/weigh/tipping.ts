import { halfway, type Indicator } from './chance.ts';
import type { Carrying, TippingPrior } from './conclusion-result.ts';
import { logLikelihoods, type Matter, posteriorPoint } from './posterior.ts';

/** The reading whose leaving out changes P(c) most, among the first `named` hypotheses; the earlier one in a tie. */
export function carryingReading(matter: Matter, indicator: Indicator, named: number): Carrying | undefined {
  const posterior = posteriorPoint(matter);
  const shares = halfway(indicator);
  let found: Carrying | undefined;
  for (let h = 0; h < named; h++) {
    const rest = posterior.reduce((sum, p, k) => (k === h ? sum : sum + p), 0);
    if (rest === 0) continue;
    const without = posterior.reduce((sum, p, k) => (k === h ? sum : sum + p * shares[k]!), 0) / rest;
    const effect = posterior[h]! * Math.abs(shares[h]! - without);
    if (effect > (found?.effect ?? 0) + 1e-15) found = { reading: matter.ids[h]!, effect };
  }
  return found;
}

/**
 * The prior x of each reading at which P(c) = ½, the others in proportion: x ℓ(h)(c(h) − ½) = −(1 − x) Σ π′ ℓ(h′)(c(h′) − ½), π′
 * the prior of the others given that it is one of them. Where c holds under h only this is 1/(1 + B).
 */
export function tippingPriors(matter: Matter, indicator: Indicator, named: number): TippingPrior[] {
  const logs = logLikelihoods(matter);
  const most = Math.max(...logs);
  const likelihood = logs.map((log) => Math.exp(log - most));
  const lean = halfway(indicator).map((share) => share - 0.5);
  return matter.ids.slice(0, named).map((reading, h) => {
    const from = matter.prior[h]!;
    const others = matter.ids.map((_, k) => k).filter((k) => k !== h);
    const left = others.reduce((sum, k) => sum + matter.prior[k]!, 0);
    if (left === 0 || most === -Infinity) return { reading, from };
    const over = (value: (k: number) => number) =>
      others.reduce((sum, k) => sum + (matter.prior[k]! / left) * value(k), 0);
    const own = likelihood[h]! * lean[h]!;
    const rest = over((k) => likelihood[k]! * lean[k]!);
    const ratio = likelihood[h]! / over((k) => likelihood[k]!);
    return {
      reading,
      from,
      ...(own * rest < 0 ? { to: rest / (rest - own) } : {}),
      ...(Number.isFinite(ratio) ? { ratio } : {}),
    };
  });
}
