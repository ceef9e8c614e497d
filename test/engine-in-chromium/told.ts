import {
  type BackEndName,
  backEnds,
  concepts,
  dense,
  denseScalar,
  drawsOf,
  type Model,
  op,
  orderedEnsembleOf,
  type Program,
  type Ranks,
  rankByPriorities,
  type Solver,
  type Structure,
  stabilityOfAll,
  structureOf,
  structureOfCodes,
} from '@demarche/engine';

type Conflict = { readonly structure: Structure; readonly ranks: Ranks };

type Shape = {
  readonly options: number;
  readonly actors: number;
  readonly percent: number;
  readonly ranks: 'strict' | 'priorities' | 'few';
};

const shapes: readonly Shape[] = [7, 8, 9, 10, 12].flatMap((options, a) =>
  (['strict', 'priorities', 'few'] as const).flatMap((ranks, b) =>
    [100, 55, 20].map((percent) => ({ options, actors: 2 + ((a + b) % 3), percent, ranks })),
  ),
);

/** What every form of the engine says of some dozens of conflicts, as text: the same wherever it runs. */
export function told(): readonly string[] {
  const lines: string[] = [];
  for (const [seed, shape] of shapes.entries()) {
    const { structure, ranks } = cube(shape, seed);
    const what = `${shape.options} options, ${shape.percent} % feasible, ranks ${shape.ranks}`;
    lines.push(`${what}: ranks ${hex(ranks)}`);
    for (const solver of [backEnds.compact, dense, denseScalar])
      lines.push(...of(what, solver, structure, ranks));
    if (structure.codes.length <= 512) lines.push(...of(what, backEnds.plain, structure, ranks));
  }
  for (let seed = 0; seed < 60; seed++) {
    const { structure, ranks } = bound(seed);
    const names: readonly BackEndName[] = ['plain', 'compact'];
    for (const name of names) lines.push(...of(`one-way ${seed}`, backEnds[name], structure, ranks));
    if (structure.codes.length > 0) lines.push(`ensemble ${seed}: ${ensemble(structure, seed)}`);
  }
  return lines;
}

/** A conflict of free options, some of whose combinations are feasible. */
function cube({ options, actors, percent, ranks }: Shape, seed: number): Conflict {
  const { below } = drawsOf(seed, 0);
  const model: Model = {
    actors,
    options: Array.from({ length: options }, () => ({
      owners: [below(actors)],
      mode: 'single',
      direction: 'both',
    })),
    impossible: [],
  };
  const all = Uint32Array.from({ length: 2 ** options }, (_, code) => code);
  const structure = structureOfCodes(
    model,
    all.filter(() => below(100) < percent),
  );
  const rank = (): Uint32Array =>
    ranks === 'priorities'
      ? rankByPriorities(
          structure,
          Array.from({ length: 8 }, () => ({ that: [formula(options, below)] })),
        )
      : structure.codes.map(() => 1 + below(ranks === 'few' ? 3 : 2 ** 31));
  return { structure, ranks: Array.from({ length: actors }, rank) };
}

/** Two literals, joined. */
function formula(options: number, below: (count: number) => number): Program {
  const literal = (): number[] => (below(2) ? [below(options)] : [below(options), op.not]);
  return Int32Array.from([...literal(), ...literal(), below(2) ? op.and : op.or]);
}

function of(what: string, solver: Solver, structure: Structure, ranks: Ranks): readonly string[] {
  const refused = solver.refuses?.(structure);
  if (refused !== undefined) return [`${what}, ${solver.name}: ${refused}`];
  return [`${what}, ${solver.name}: ${hex(stabilityOfAll(solver, structure, ranks, concepts))}`];
}

function hex(rows: readonly (Uint8Array | Uint32Array)[]): string {
  return rows.map((row) => Array.from(row, (one) => one.toString(32)).join(' ')).join(' / ');
}

/** A conflict with one-way, joint and common options, gates and what is impossible, and ranks from priorities. */
function bound(seed: number): Conflict {
  const { below } = drawsOf(seed, 1);
  const options = 4 + below(4);
  const actors = 2 + below(2);
  const program = () => formula(options, below);
  const model: Model = {
    actors,
    options: Array.from({ length: options }, () => {
      const shared = below(4) === 0;
      return {
        owners: shared ? [0, 1] : [below(actors)],
        mode: shared ? (below(2) ? 'all' : 'any') : 'single',
        direction: (['both', 'both', 'forward', 'back'] as const)[below(4)]!,
        ...(below(3) === 0 ? { gate: program() } : {}),
        ...(below(3) === 0 ? { lock: program() } : {}),
      };
    }),
    impossible: Array.from({ length: below(3) }, program),
  };
  const structure = structureOf(model);
  const ranks = Array.from({ length: actors }, () =>
    rankByPriorities(
      structure,
      Array.from({ length: 4 }, () => ({ that: [program()] })),
    ),
  );
  return { structure, ranks };
}

/** Counts of equilibria over 64 drawn profiles. */
function ensemble(structure: Structure, seed: number): string {
  const { below } = drawsOf(seed, 2);
  const lines = Array.from({ length: structure.actors }, () =>
    Array.from({ length: 5 }, () => Uint8Array.from(structure.codes, () => below(2))),
  );
  const drawn = orderedEnsembleOf(structure, lines);
  for (let sample = 0; sample < 64; sample += 16) {
    drawn.draw(seed, sample);
    drawn.rank();
    drawn.solve();
  }
  return hex([drawn.counts]);
}
