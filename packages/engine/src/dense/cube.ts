import type { Concept } from '../solver.ts';
import type { Structure } from '../structure.ts';

/**
 * A conflict as a cube: every pattern of the options that nothing holds in place has a place, feasible or not, and the options of
 * an actor are bits next to each other. Plain numbers: it crosses to a worker as it is.
 */
export type Cube = {
  readonly options: number;
  readonly groups: readonly Group[];
  /** Per free option its bit of a code and its bit of a place; undefined where places are codes. */
  readonly renumbered: readonly { readonly from: number; readonly to: number }[] | undefined;
  /** Whether all places are feasible. */
  readonly whole: boolean;
};

/** The options of one actor that has any: bits `a` … `a + k − 1` of a place. */
export type Group = { readonly actor: number; readonly a: number; readonly k: number };

/** Share of the cube that has to be feasible: below, a list of the states is shorter and faster. */
const share = 0.15;
const mostCubeOptions = 26;

/** The cube of a structure, or why there is none, in words that follow “because”. */
export function cubeOf(structure: Structure): Cube | string {
  const { model, codes } = structure;
  if (structure.coalesced) return 'some of its states are made of several';
  if (structure.arcs) return 'it is given by states and arcs';
  if (model.options.some(({ owners, mode }) => mode !== 'single' || owners.length !== 1))
    return 'an option has several owners';
  const held = new Set((model.fixed ?? []).map(({ option }) => option));
  const free = model.options.flatMap((option, at) => (held.has(at) ? [] : [{ ...option, at }]));
  if (free.some(({ direction, gate, lock }) => direction !== 'both' || gate || lock))
    return 'an option is one-way, or has a gate or a lock';
  const options = free.length;
  if (options > mostCubeOptions) return `it has ${options} free options, more than ${mostCubeOptions}`;
  if (codes.length === 0) return 'it has no feasible state';
  if (codes.length < share * 2 ** options)
    return `fewer than ${100 * share} % of the combinations of its options are feasible`;
  const order = grouped(free.map(({ owners, at }) => ({ owner: owners[0]!, at })));
  const asTheyAre = held.size === 0 && order.every(({ at }, bit) => at === bit);
  const groups: Group[] = [];
  order.forEach(({ owner }, bit) => {
    const last = groups.at(-1);
    if (last?.actor === owner) groups[groups.length - 1] = { ...last, k: last.k + 1 };
    else groups.push({ actor: owner, a: bit, k: 1 });
  });
  return {
    options,
    groups,
    renumbered: asTheyAre ? undefined : order.map(({ at }, to) => ({ from: at, to })),
    whole: codes.length === 2 ** options,
  };
}

type Free = { readonly owner: number; readonly at: number };

/**
 * The options actor by actor: as they are where every actor's are together and the lowest has four or more, so that a row of
 * sixteen states belongs to one clique of everybody else; else the actor with the most comes first.
 */
function grouped(free: readonly Free[]): readonly Free[] {
  const byOwner = new Map<number, Free[]>();
  for (const option of free) {
    const own = byOwner.get(option.owner);
    if (own) own.push(option);
    else byOwner.set(option.owner, [option]);
  }
  const asTheyAre = [...byOwner.values()].flat();
  const first = byOwner.get(free[0]?.owner ?? 0) ?? [];
  const together = asTheyAre.every(({ at }, bit) => at === free[bit]!.at);
  if (together && (first.length >= 4 || first.length === most(byOwner))) return asTheyAre;
  return [...byOwner.values()].sort((x, y) => y.length - x.length || x[0]!.owner - y[0]!.owner).flat();
}

const most = (byOwner: ReadonlyMap<number, readonly Free[]>) =>
  Math.max(...Array.from(byOwner.values(), (own) => own.length));

/** From codes to places, by tables of twelve bits; undefined where they are the same. */
export function placing({ renumbered }: Cube): ((code: number) => number) | undefined {
  if (!renumbered) return undefined;
  const tables = [0, 12, 24].map((from) => {
    const own = renumbered.filter((bit) => bit.from >= from && bit.from < from + 12);
    return Int32Array.from({ length: 4_096 }, (_, part) =>
      own.reduce((place, bit) => place | (((part >>> (bit.from - from)) & 1) << bit.to), 0),
    );
  }) as [Int32Array, Int32Array, Int32Array];
  const [low, middle, high] = tables;
  return (code) => low[code & 4_095]! | middle[(code >>> 12) & 4_095]! | high[code >>> 24]!;
}

/** What is asked of a cube: which concepts, for which of its groups. */
export type Wanted = { readonly concepts: readonly Concept[]; readonly groups: readonly number[] };
