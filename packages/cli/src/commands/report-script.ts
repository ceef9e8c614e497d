import { NotBuilt, reportScript } from '@demarche/argue';
import { UsageError } from '../exit.ts';

/** The script of a report; where it cannot be had, what to do. */
export async function reportScriptHere(): Promise<string> {
  try {
    return await reportScript();
  } catch (error) {
    if (!(error instanceof NotBuilt)) throw error;
    throw new UsageError(error.message, 'run `npm ci` in the clone, or write the report with --no-script');
  }
}
