/** mulberry32, as in the benchmarks. */
function mulberry32(seed: number): (most: number) => number {
  let a = seed >>> 0;
  return (most) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

export type LargeShape = {
  readonly actors: number;
  readonly each: number;
  readonly seed: number;
  /** Whether own options break ties: then equilibria are single states. */
  readonly strict?: boolean;
  /** Patterns of three literals that cannot be. */
  readonly patterns?: number;
  /** Further lines of the file. */
  readonly more?: string;
};

/** The text of a case with `actors` × `each` options, ten priorities an actor, half of them of its own options. */
export function largeCase({ actors, each, seed, strict = true, patterns, more = '' }: LargeShape): string {
  const below = mulberry32(seed);
  const options = actors * each;
  const id = (k: number) => `a${Math.floor(k / each) + 1}.o${(k % each) + 1}`;
  const conjunction = (literals: number, own?: number) =>
    Array.from({ length: literals }, (_, at) => {
      const k = at === 0 && own !== undefined ? own * each + below(each) : below(options);
      return `${below(2) ? 'not ' : ''}${id(k)}`;
    }).join(' and ');
  const lines = ['demarche: 1', 'title: Many options', 'actors:'];
  for (let i = 0; i < actors; i++) {
    const own = Array.from({ length: each }, (_, k) => `o${k + 1}: Step ${k + 1}`);
    lines.push(`  a${i + 1}: { name: Party ${i + 1}, options: { ${own.join(', ')} } }`);
  }
  lines.push('readings:');
  for (let i = 0; i < actors; i++) {
    const prefers = Array.from({ length: 10 }, (_, line) =>
      conjunction(1 + below(3), line % 2 === 0 ? i : undefined),
    );
    if (strict) for (let k = 0; k < each; k++) prefers.push(id(i * each + k));
    lines.push(`  a${i + 1}: { r: { prefers: [${prefers.map((one) => JSON.stringify(one)).join(', ')}] } }`);
  }
  lines.push('impossible:');
  for (let k = 0; k < (patterns ?? options / 2); k++) lines.push(`  - ${JSON.stringify(conjunction(3))}`);
  return `${lines.join('\n')}\n${more}`;
}
