/** log Γ(x) for x > 0: Stirling's series where it is exact to the last digits, reached by Γ(x + 1) = x Γ(x). */
export function logGamma(x: number): number {
  let below = 0;
  let at = x;
  for (; at < 15; at++) below += Math.log(at);
  const square = at * at;
  let series = 0;
  for (const coefficient of stirling) series = series / square + coefficient;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series / at - below;
}

/** B_2k / (2k (2k − 1)), the last first. */
const stirling = [-691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method, Thompson & Barnett 1986). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean; above it, the other tail's does.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  const tiny = 1e-300;
  let fraction = 1;
  let c = 1;
  let d = 0;
  for (let m = 0; m < 10_000; m++) {
    const half = Math.floor(m / 2);
    const term =
      m === 0
        ? 1
        : m % 2 === 0
          ? (half * (b - half) * x) / ((a + 2 * half - 1) * (a + 2 * half))
          : (-(a + half) * (a + b + half) * x) / ((a + 2 * half) * (a + 2 * half + 1));
    d = 1 + term * d;
    if (Math.abs(d) < tiny) d = tiny;
    d = 1 / d;
    c = 1 + term / c;
    if (Math.abs(c) < tiny) c = tiny;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return front * (fraction - 1);
}

/** The x at which I_x(a, b) reaches a probability: halved to the last digit. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return boundary(0, 1, (x) => incompleteBeta(x, a, b) < probability);
}

/** Where a property that holds from `low` on and not at `high` ends. */
export function boundary(low: number, high: number, holds: (x: number) => boolean): number {
  let inside = low;
  let outside = high;
  while (true) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return inside;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
}
