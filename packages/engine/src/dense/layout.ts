import type { Cube, Group, Wanted } from './cube.ts';

/** Where in the kernel's memory everything lies: byte addresses, plain data, so that every thread sees the same. */
export type Layout = {
  readonly cube: Cube;
  readonly wanted: Wanted;
  /** Bytes of a level or pattern: one where no actor has more than seven options. */
  readonly wide: 1 | 2;
  readonly groups: readonly Places[];
  readonly lanes: readonly Lane[];
  readonly bytes: number;
};

/** What there is once for each group. `solved` only where its flags are wanted. */
export type Places = Group & {
  readonly states: number;
  readonly ranks: number;
  readonly levels: number;
  readonly patterns: number;
  readonly greatest: number;
  readonly least: number;
  readonly solved: Solved | undefined;
};

export type Solved = {
  readonly leastGreatest: number;
  readonly feasible: number;
  /** The patterns in the order in which their slabs are solved, part after part. */
  readonly order: number;
  readonly seqFrom: number;
  readonly sseqFrom: number;
  readonly gmr: number;
  readonly smr: number;
  /** One a part of the work on the group; the first takes up the others in the end. */
  readonly seq: readonly number[];
  readonly sseq: readonly number[];
  readonly flags: number;
};

/** Room that each thread has for itself. */
export type Lane = {
  readonly room: number;
  readonly marks: number;
  readonly words: number;
  readonly other: number;
  readonly stack: number;
  readonly cubeMarks: number;
  readonly slabMarks: number;
  readonly slabFeasible: number;
  readonly opponents: readonly {
    readonly levels: number;
    readonly patterns: number;
    readonly tops: number;
  }[];
  readonly views: number;
  readonly job: number;
};

/** Options of a slab below which vectors of sixteen states do not fill it, and those of an actor beyond which patterns do not fit. */
const leastSlab = 4;
const mostOwn = 15;
/** Bytes that a WebAssembly memory can have. */
const mostBytes = 2 ** 32 - 2 ** 16;

/** The layout for so many threads, each group's slabs in so many parts; undefined where the kernel cannot take the cube. */
export function layoutOf(cube: Cube, wanted: Wanted, threads = 1, parts = 1): Layout | undefined {
  const { options, groups } = cube;
  if (groups.some(({ k }) => options - k < leastSlab || k > mostOwn || options + k > 31)) return undefined;
  const most = Math.max(...groups.map(({ k }) => k));
  const wide = most <= 7 ? 1 : 2;
  let next = 1_024;
  const take = (bytes: number): number => {
    const at = next;
    next += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const cubed = 2 ** options;
  const slab = Math.max(...groups.map(({ k }) => 2 ** (options - k)));
  const near = groups.some(({ a }) => a < 4);
  const asksSeq = wanted.concepts.includes('seq');
  const asksSseq = wanted.concepts.includes('sseq');
  const places = groups.map((group, g): Places => {
    const states = 2 ** (options - group.k);
    const own = 2 ** group.k;
    const thresholds = (asked: boolean) => Array.from({ length: asked ? parts : 0 }, () => take(4 * states));
    return {
      ...group,
      states,
      ranks: take(4 * cubed),
      levels: take(wide * cubed),
      patterns: take(wide * cubed),
      greatest: take(4 * states),
      least: take(16 * own),
      solved: wanted.groups.includes(g)
        ? {
            leastGreatest: take(16 * own),
            feasible: take(4 * own),
            order: take(4 * own),
            seqFrom: take(4 * own),
            sseqFrom: take(4 * own),
            gmr: take(4 * states),
            smr: take(4 * states),
            seq: thresholds(asksSeq),
            sseq: thresholds(asksSseq),
            flags: take(cubed),
          }
        : undefined,
    };
  });
  const lanes = Array.from({ length: threads }, (): Lane => {
    const brought = near ? cubed : slab;
    return {
      room: take(2 ** 17 + 32 * 2 ** most),
      marks: take(wide * slab),
      words: take(8 * slab),
      other: take(8 * slab),
      stack: take(4 * slab),
      cubeMarks: near ? take(wide * cubed) : 0,
      slabMarks: near ? take(wide * cubed) : 0,
      slabFeasible: near && !cube.whole ? take(wide * cubed) : 0,
      opponents: groups.slice(1).map(() => ({
        levels: take(wide * brought),
        patterns: take(wide * brought),
        tops: take(wide * slab),
      })),
      views: take(64 * groups.length),
      job: take(128),
    };
  });
  return next > mostBytes ? undefined : { cube, wanted, wide, groups: places, lanes, bytes: next };
}
