import { CommanderError } from '@commander-js/extra-typings';
import { exit, Stop, UsageError } from './exit.ts';
import { err, out } from './io.ts';
import { programFor } from './program.ts';

/** Runs one command and returns its exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  let status: number = exit.done;
  const program = programFor((one) => {
    status = one;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride();
    command.configureOutput({ writeOut: out, writeErr: err });
    command.showHelpAfterError('(--help shows how it is used)');
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return statusOf(error);
  }
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
  if (error instanceof Stop) return error.status;
  if (error instanceof UsageError) {
    err(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`);
    return exit.usage;
  }
  // By name: to import its class would load the case package for `--help`.
  if (error instanceof Error && ['LimitError', 'TooLarge'].includes(error.name)) {
    const { code = 'too-large', hint } = error as { code?: string; hint?: string };
    err(`error: ${error.message} (${code})\n${hint === undefined ? '' : `  → ${hint}\n`}`);
    return exit.limit;
  }
  throw error;
}
