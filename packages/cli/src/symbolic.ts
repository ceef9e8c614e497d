import type { CubeSolver } from '@demarche/engine';
import { UsageError } from './exit.ts';

/** The solver for conflicts too large to list is a package of its own: who has none need not install it. */
export async function symbolicSolver(): Promise<CubeSolver> {
  try {
    const { symbolic } = await import('@demarche/symbolic');
    return await symbolic();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      'a case with so many states needs the package @demarche/symbolic, which is not installed',
      'it is optional: `npm install @demarche/symbolic` beside demarche',
    );
  }
}
