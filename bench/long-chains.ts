/**
 * Ranks of four actors with the bits of a code dealt evenly, such that to follow what actors 1, 2 and 3 improve to takes long chains.
 *
 * With actor 0's pattern fixed the others' patterns are points of a box; a move of one of them goes along a line of the box. A walk
 * is made: from a random point, again and again, along a random axis other than the last to a random point of the line, such that
 * none of the other two lines through it holds a point of the walk; it ends when forty tries in a row fail. The longest of sixteen
 * walks counts. On a line that the walk follows, its later point is best for the line's actor, its earlier one second, and all
 * others are worst; everything else is a tie. So an improvement leads along the walk or onto it, and whether its end can be reached
 * is known only step by step. For each pattern of actor 0 the box is turned by that pattern along every axis. Actor 0 likes the
 * end of the walk least and everything else by a random order.
 */
export function longChains(options: number, next: () => number): readonly Uint32Array[] {
  const own = Array.from({ length: 4 }, (_, d) => Math.floor(options / 4) + (d < options % 4 ? 1 : 0));
  const shift = own.map((_, d) => own.slice(0, d).reduce((sum, bits) => sum + bits, 0));
  const box = own.slice(1).map((bits) => 2 ** bits);
  let walk: readonly Step[] = [];
  for (let tries = 0; tries < 16; tries++) {
    const other = walkIn(box, next);
    if (other.length > walk.length) walk = other;
  }
  const states = 2 ** options;
  const ranks = [orderOf(states, next), ...[1, 2, 3].map(() => new Uint32Array(states).fill(1))];
  for (let o = 0; o < 2 ** own[0]!; o++) {
    const stateOf = (point: readonly number[]) =>
      point.reduce((code, at, axis) => code + ((at + o) % box[axis]!) * 2 ** shift[axis + 1]!, o);
    walk.forEach(({ point, axis }, at) => {
      if (at === 0) return;
      ranks[axis + 1]![stateOf(walk[at - 1]!.point)] = 2;
      ranks[axis + 1]![stateOf(point)] = 3;
    });
    ranks[0]![stateOf(walk.at(-1)!.point)] = 1;
  }
  return ranks;
}

/** A point, and the axis along which it was reached. */
type Step = { readonly point: readonly number[]; readonly axis: number };

function walkIn(box: readonly number[], next: () => number): readonly Step[] {
  const taken = new Set<string>();
  const line = (point: readonly number[], axis: number) =>
    `${axis} ${point.map((at, other) => (other === axis ? '' : at))}`;
  const below = (n: number) => next() % n;
  const first = box.map(below);
  const walk: Step[] = [{ point: first, axis: -1 }];
  for (const axis of box.keys()) taken.add(line(first, axis));
  for (let failed = 0; failed < 40; ) {
    const { point, axis: last } = walk.at(-1)!;
    const axis = below(box.length);
    const to = point.with(axis, below(box[axis]!));
    const free = [...box.keys()].every((other) => other === axis || !taken.has(line(to, other)));
    if (axis === last || to[axis] === point[axis] || !free) {
      failed++;
      continue;
    }
    failed = 0;
    for (const other of box.keys()) if (other !== axis) taken.add(line(to, other));
    walk.push({ point: to, axis });
  }
  return walk;
}

/** Ranks from 2 in random order. */
function orderOf(states: number, next: () => number): Uint32Array {
  const order = Uint32Array.from({ length: states }, (_, k) => k + 2);
  for (let i = states - 1; i > 0; i--) {
    const j = Math.floor((next() * (i + 1)) / 2 ** 32);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
