/**
 * Whether every state of every rest of the course from `now` is good: the course is walked depth first (Tarjan 1972), and the
 * walk ends at the first rest that is not. Most changes bring about nothing, and this sees it before the course is known.
 */
export function everyRestIs(
  stepsFrom: (state: number) => readonly number[],
  now: number,
  good: (state: number) => boolean,
): boolean {
  type Node = {
    state: number;
    order: number;
    low: number;
    next: readonly number[];
    at: number;
    leaves: boolean;
  };
  const nodes = new Map<number, Node>();
  const settled = new Set<number>();
  const open: Node[] = [];
  const enter = (state: number): Node => {
    const next = stepsFrom(state);
    const node = { state, order: nodes.size, low: nodes.size, next, at: 0, leaves: false };
    nodes.set(state, node);
    open.push(node);
    return node;
  };
  const path = [enter(now)];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const to = top.next[top.at++];
    if (to !== undefined) {
      const known = nodes.get(to);
      if (!known) path.push(enter(to));
      else if (settled.has(to)) top.leaves = true;
      else top.low = Math.min(top.low, known.order);
      continue;
    }
    path.pop();
    const parent = path.at(-1);
    if (top.low === top.order) {
      const members = open.splice(open.indexOf(top));
      for (const { state } of members) settled.add(state);
      if (!members.some(({ leaves }) => leaves) && !members.every(({ state }) => good(state))) return false;
      if (parent) parent.leaves = true;
    } else if (parent) parent.low = Math.min(parent.low, top.low);
  }
  return true;
}
