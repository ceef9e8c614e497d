/** Strongly connected components (Tarjan 1972), numbered so that what a component leads to has a smaller number. */
export function componentsOf(next: readonly (readonly number[])[]): readonly number[] {
  const order = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const component = new Array<number>(next.length).fill(-1);
  const position = new Array<number>(next.length).fill(0);
  const open: number[] = [];
  let clock = 0;
  let found = 0;
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1) continue;
    const path = [root];
    order[root] = low[root] = clock++;
    open.push(root);
    while (path.length > 0) {
      const at = path[path.length - 1]!;
      const to = next[at]![position[at]!++];
      if (to !== undefined) {
        if (order[to] === -1) {
          order[to] = low[to] = clock++;
          open.push(to);
          path.push(to);
        } else if (component[to] === -1) low[at] = Math.min(low[at]!, order[to]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[at]!);
      if (low[at] !== order[at]) continue;
      for (let member = open.pop()!; ; member = open.pop()!) {
        component[member] = found;
        if (member === at) break;
      }
      found++;
    }
  }
  return component;
}
