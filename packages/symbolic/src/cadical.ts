import type { Sat, SatMaker } from './sat.ts';

/** CaDiCaL (Biere et al. 2024) in WebAssembly, loaded when it is first asked for; each call has memory of its own. */
export async function cadical(): Promise<SatMaker> {
  const { Cadical, createModule } = await import('cadical-wasm');
  const memory = await createModule();
  return (): Sat => {
    // Trying all-true, all-false and the like first costs more than a whole answer where thousands are asked for.
    const solver = new Cadical(memory, { quiet: true, lucky: false });
    let variables = 0;
    return {
      newVar: () => {
        variables++;
        return variables;
      },
      add: (clause) => solver.addClause(clause),
      solve: (assumed = [], conflicts) => {
        const status = solver.solve({
          assumptions: assumed,
          ...(conflicts === undefined ? {} : { conflicts }),
        });
        return status === 'unknown' ? undefined : status === 'satisfiable';
      },
      value: (variable) => solver.value(variable),
      failed: () => solver.failedAssumptions(),
      free: () => solver.dispose(),
    };
  };
}
