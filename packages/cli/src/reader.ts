import { UsageError } from './exit.ts';

type Reader = typeof import('@demarche/source') & typeof import('@demarche/source/node');

/** The reader of sources is a package of its own, so that who only computes need not install it. */
export async function reader(command: string): Promise<Reader> {
  try {
    const [pure, node] = await Promise.all([import('@demarche/source'), import('@demarche/source/node')]);
    return { ...pure, ...node };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `${command} needs the package @demarche/source, which is not installed`,
      'it is optional: `npm install @demarche/source` beside demarche',
    );
  }
}
