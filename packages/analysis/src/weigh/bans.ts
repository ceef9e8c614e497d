/** Chances below this are taken for it: a ban is a logarithm, and an excluded reading would be infinitely far off. */
const floor = 1e-12;

/** log10 of one chance against another. */
export function bansBetween(chance: number, against: number): number {
  return Math.log10(Math.max(floor, chance) / Math.max(floor, against));
}

/** log10 of each chance against the mean over the others, in bans (Good 1950); zero where there is no other. */
export function bansOf(chances: readonly number[]): number[] {
  if (chances.length < 2) return chances.map(() => 0);
  return chances.map((chance, at) => {
    const rest = chances.reduce((sum, one, k) => (k === at ? sum : sum + one), 0);
    const mean = rest / (chances.length - 1);
    return bansBetween(chance, mean);
  });
}

/** Largest less smallest. */
export function diagnosticityOf(bans: readonly number[]): number {
  return bans.length === 0 ? 0 : Math.max(...bans) - Math.min(...bans);
}
