import { Option } from '@commander-js/extra-typings';
import type { Done, Program } from '../program.ts';
import {
  agreements,
  beliefs,
  blind,
  collect,
  concepts,
  example,
  full,
  json,
  quiet,
  reading,
  scenario,
  without,
} from './options.ts';

/** Commands that hold a case against another, or a report against its case. */
export function compareCommands(program: Program, done: Done): void {
  program.commandsGroup('One case and another:');

  program
    .command('crux')
    .summary('why two cases of one conflict answer differently')
    .description(
      'The smallest sets of differing judgements that, applied to the first case, give the answer of the second.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<other>', 'another version of it; with --otherwise the question')
    .argument('[question]', 'the id of a question of both')
    .addOption(
      new Option(
        '--otherwise <place=value>',
        'see this place of the case otherwise, as in "now=[a, b]"; nothing after = takes it out (repeatable)',
      ).argParser(collect),
    )
    .addOption(reading())
    .addOption(scenario())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(agreements())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche crux cases/tutorial cases/tutorial nights'))
    .action(async (path, other, question, options) =>
      done(await (await import('../commands/crux.ts')).crux(path, other, question, options)),
    );

  program
    .command('diff')
    .summary('in what two cases differ, and what becomes of the answers')
    .description(
      'What was added, removed and changed from one case to another, with places in both files, and how the answers change.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<other>', 'another version of it')
    .addOption(reading())
    .addOption(scenario())
    .addOption(without())
    .addOption(concepts('nash,seq'))
    .addOption(agreements())
    .addOption(beliefs())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche diff fixtures/oracle/joint.yaml fixtures/oracle/small.yaml'))
    .action(async (path, other, options) =>
      done(await (await import('../commands/diff.ts')).diff(path, other, options)),
    );

  program
    .command('verify')
    .summary('whether everything that a report says still comes out')
    .description(
      'Takes the case that a report carries, computes it again with this version, and lists what does not stand.',
    )
    .argument('<report>', 'an HTML file that `demarche answer CASE --report FILE` wrote')
    .addOption(json())
    .addOption(quiet())
    .addHelpText(
      'after',
      `${example('demarche answer cases/tutorial --report report.html')}\n  demarche verify report.html`,
    )
    .action(async (file, options) =>
      done(await (await import('../commands/verify.ts')).verify(file, options)),
    );
}
