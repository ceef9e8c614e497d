/** Whether an actor strictly prefers one state to another. States are codes. */
export type Comparison = {
  readonly actor: number;
  readonly better: number;
  readonly than: number;
  /** False: it does not; the first is no better than the second. */
  readonly holds: boolean;
};

/** Comparisons that hold together, sorted. */
export type Conjunction = readonly Comparison[];

/** Alternatives, none of which follows from another. */
export type Dnf = readonly Conjunction[];

/** Both: every alternative of the one with every one of the other; undefined where more than `most` are left. */
export function conjoined(one: Dnf, other: Dnf, most: number): Dnf | undefined {
  let all: Conjunction[] = [];
  for (const a of one) {
    all = [...least([...all, ...other.map((b) => [...a, ...b])])];
    if (all.length > most) return undefined;
  }
  return all;
}

/**
 * The alternatives that none of the others makes superfluous. Comparisons of one direction only occur for each actor (strict ones
 * of opponents, none of them better for the actor itself), so that this is the one shortest list up to what follows by
 * transitivity; what no order can satisfy is left out.
 */
export function least(alternatives: readonly Conjunction[]): Dnf {
  const tidy = alternatives.map(tidied).filter((one) => one !== undefined);
  const closed = tidy.map((one) => new Set(closureOf(one).map(name)));
  const sorted = tidy.map((_, k) => k).sort((a, b) => tidy[a]!.length - tidy[b]!.length || a - b);
  const kept: number[] = [];
  for (const k of sorted)
    if (!kept.some((shorter) => tidy[shorter]!.every((one) => closed[k]!.has(name(one))))) kept.push(k);
  const left = kept.filter(
    (k) => !kept.some((other) => other !== k && tidy[other]!.every((one) => closed[k]!.has(name(one)))),
  );
  return left.map((k) => tidy[k]!);
}

/** Each once, sorted, without those that follow from the others; undefined where an actor would have to prefer in a circle. */
function tidied(all: Conjunction): Conjunction | undefined {
  const once = [...new Map(all.map((one) => [name(one), one])).values()].sort(inOrder);
  if (closureOf(once).some(({ better, than, holds }) => holds && better === than)) return undefined;
  let kept = once;
  for (const one of once) {
    const rest = kept.filter((other) => other !== one);
    if (closureOf(rest).some((other) => name(other) === name(one))) kept = rest;
  }
  return kept;
}

/** With what follows by transitivity of strict preference. */
function closureOf(all: Conjunction): Conjunction {
  const known = new Map(all.map((one) => [name(one), one]));
  const queue = all.filter(({ holds }) => holds);
  for (let at = 0; at < queue.length; at++) {
    const one = queue[at]!;
    for (const other of [...known.values()]) {
      if (!other.holds || other.actor !== one.actor) continue;
      const next =
        other.than === one.better
          ? { ...one, better: other.better }
          : other.better === one.than
            ? { ...one, than: other.than }
            : undefined;
      if (!next || known.has(name(next))) continue;
      known.set(name(next), next);
      queue.push(next);
    }
  }
  return [...known.values()];
}

function name({ actor, better, than, holds }: Comparison): string {
  return `${actor} ${better} ${than} ${holds}`;
}

function inOrder(a: Comparison, b: Comparison): number {
  return a.actor - b.actor || Number(a.holds) - Number(b.holds) || a.better - b.better || a.than - b.than;
}
