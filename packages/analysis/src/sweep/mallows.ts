import type { Draws } from '@demarche/engine';

/**
 * An order of 0 … n − 1 drawn around the given one, 0, 1, 2, …: its chance falls with φ to the number of pairs that stand the
 * other way round (Mallows 1957). φ = 0 gives the order itself, φ = 1 every order alike. Drawn exactly, by repeated insertion
 * (Doignon, Pekeč & Regenwetter 2004).
 */
export function mallows(n: number, dispersion: number, draws: Draws): number[] {
  const order: number[] = [];
  for (let item = 0; item < n; item++) {
    // How many places before its own, the chance of each φ times that of the one before.
    let rest = draws.uniform() * geometricSum(dispersion, item + 1);
    let places = 0;
    for (let chance = 1; places < item && rest >= chance; chance *= dispersion) {
      rest -= chance;
      places++;
    }
    order.splice(item - places, 0, item);
  }
  return order;
}

/** 1 + φ + … + φ^(terms − 1). */
function geometricSum(ratio: number, terms: number): number {
  return ratio === 1 ? terms : (1 - ratio ** terms) / (1 - ratio);
}

/** How many pairs of n stand the other way round, on average: neighbouring swaps from the given order. */
export function expectedSwaps(n: number, dispersion: number): number {
  let sum = 0;
  for (let item = 1; item < n; item++) {
    let weighted = 0;
    for (let places = 1; places <= item; places++) weighted += places * dispersion ** places;
    sum += weighted / geometricSum(dispersion, item + 1);
  }
  return sum;
}
