import { type Argument, Command } from '@commander-js/extra-typings';
import { answersCommands } from './program/answers.ts';
import { caseCommands } from './program/case.ts';
import { compareCommands } from './program/compare.ts';
import { evidenceCommands } from './program/evidence.ts';
import { example } from './program/options.ts';
import { sourcesCommands } from './program/sources.ts';
import { version } from './version.ts';

export type Program = Command;

/** Takes the exit status of the command that ran. */
export type Done = (status: number) => void;

/** The commands that work. What each does is loaded when it is called. */
export function programFor(done: Done): Program {
  const program = new Command('demarche')
    .description(
      'From readings of what each party wants to where a conflict can come to rest, and what that hangs on.',
    )
    .version(version, '-V, --version')
    .showSuggestionAfterError(true)
    .helpCommand(false)
    .configureHelp({
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(written)].join(' '),
    });
  answersCommands(program, done);
  evidenceCommands(program, done);
  sourcesCommands(program, done);
  compareCommands(program, done);
  caseCommands(program, done);
  return program.addHelpText('after', example('demarche answer cases/tutorial'));
}

function written(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
