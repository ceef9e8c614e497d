import { Option } from '@commander-js/extra-typings';
import type { Done, Program } from '../program.ts';
import {
  agreements,
  blind,
  example,
  full,
  json,
  quiet,
  reading,
  scenario,
  source,
  without,
} from './options.ts';

/** Commands that weigh readings and move what goes in. */
export function evidenceCommands(program: Program, done: Done): void {
  program.commandsGroup('How sure it is:');

  program
    .command('weigh')
    .summary('which reading the evidence and the moves on record favour')
    .description('Weighs the readings of every actor by stated likelihoods and observed moves, item by item.')
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(new Option('--actor <id>', 'of one party only'))
    .addOption(new Option('--matrix', 'the matrix of competing hypotheses (ACH) too'))
    .addOption(new Option('--csv', 'that matrix of one party alone, as CSV'))
    .addOption(without())
    .addOption(source())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche weigh cases/tutorial'))
    .action(async (path, options) => done(await (await import('../commands/weigh.ts')).weigh(path, options)));

  program
    .command('sweep')
    .summary('how much the answers move when the inputs move')
    .description(
      'Draws readings, priorities and likelihoods around what the case states, and counts how often each answer follows.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(new Option('--samples <n>', 'how many are drawn (default: 1000)'))
    .addOption(new Option('--seed <n>', 'which samples (default: 1)'))
    .addOption(
      new Option(
        '--dispersion <φ>',
        '0 to 1: how far orders stray where a reading says nothing (default: 0.2)',
      ),
    )
    .addOption(
      new Option('--model <model>', 'how orders are drawn (default: mallows)').choices([
        'mallows',
        'plackett-luce',
      ] as const),
    )
    .addOption(
      new Option(
        '--only <what>',
        'answers: nothing of single states; equilibria: how often each state is one, no course and no answers',
      ).choices(['answers', 'equilibria'] as const),
    )
    .addOption(new Option('--until-width <w>', 'stop as soon as no answer has a wider range, as in 0.1'))
    .addOption(new Option('--threads <n>', 'default: as many as the machine has; changes no result'))
    .addOption(new Option('--shard <i/n>', 'only this part of the samples, as in 3/16; needs --out'))
    .addOption(new Option('--out <file>', 'write the counts, as lines of JSON'))
    .addOption(
      new Option(
        '--checkpoint <file>',
        'where what is counted is kept on the way (default: FILE.part of --out)',
      ),
    )
    .addOption(new Option('--resume', 'go on from what an interrupted run has kept'))
    .addOption(reading())
    .addOption(scenario())
    .addOption(without())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(
      new Option('--beliefs <which>', 'whether parties may misread each other (default: correct)').choices([
        'correct',
        'as-held',
      ] as const),
    )
    .addOption(agreements())
    .addOption(source())
    .addOption(new Option('--report <file>', 'write a self-contained HTML page'))
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche sweep cases/tutorial --samples 200'))
    .action(async (path, options) => done(await (await import('../commands/sweep.ts')).sweep(path, options)));

  program
    .command('merge')
    .summary('put the shards of a sweep together')
    .description(
      'Adds up files that sweep --shard --out wrote: the result and the bytes of one run. Refuses what is not one sweep.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<file...>', 'all shards, in any order')
    .addOption(new Option('--out <file>', 'write the counts, as lines of JSON'))
    .addOption(source())
    .addOption(new Option('--report <file>', 'write a self-contained HTML page'))
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText(
      'after',
      `${example('demarche sweep cases/tutorial --samples 100 --shard 1/1 --out one.ndjson')}\n  demarche merge cases/tutorial one.ndjson`,
    )
    .action(async (path, files, options) =>
      done(await (await import('../commands/merge.ts')).merge(path, files, options)),
    );
}
