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
  sanctions,
  scenario,
  source,
  without,
} from './options.ts';

/** Commands that answer questions of a case and say what the answers hang on. */
export function answersCommands(program: Program, done: Done): void {
  program.commandsGroup('What comes of it:');

  program
    .command('answer')
    .summary('answer the questions of a case: the main job')
    .description(
      'Answers the questions of a case over all readings and scenarios, and says what the answers hang on.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(reading())
    .addOption(scenario())
    .addOption(without())
    .addOption(concepts('nash,seq'))
    .addOption(agreements())
    .addOption(sanctions())
    .addOption(beliefs())
    .addOption(source())
    .addOption(new Option('--report <file>', 'write a self-contained HTML report'))
    .addOption(new Option('--figures <folder>', 'write every picture of the report as SVG'))
    .addOption(
      new Option('--no-script', 'a report that can be read and printed, and neither changed nor verified'),
    )
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche answer cases/tutorial'))
    .action(async (path, options) =>
      done(await (await import('../commands/answer.ts')).answer(path, options)),
    );

  program
    .command('why')
    .summary('the chain from an answer down to passages')
    .description(
      'The chain from an answer to readings, priorities, statements and passages; and what rests on nothing.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<question>', 'the id of a question')
    .addOption(without())
    .addOption(concepts('nash,seq'))
    .addOption(agreements())
    .addOption(source())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche why cases/tutorial accord'))
    .action(async (path, question, options) =>
      done(await (await import('../commands/why.ts')).why(path, question, options)),
    );

  program
    .command('hinge')
    .summary('what each answer hangs on, with all rules')
    .description(
      'For each question: rules that give all answers back exactly, what carries them, and what tips them.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(reading())
    .addOption(without())
    .addOption(concepts('nash,seq'))
    .addOption(agreements())
    .addOption(sanctions())
    .addOption(beliefs())
    .addOption(source())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche hinge cases/tutorial'))
    .action(async (path, options) => done(await (await import('../commands/hinge.ts')).hinge(path, options)));

  program
    .command('perceive')
    .summary('who is playing which game, and who is in for a surprise')
    .description(
      'What follows if nobody misreads anyone, as each sees it, and what each expects, for one profile of readings.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(reading())
    .addOption(scenario())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(agreements())
    .addOption(source())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche perceive cases/tutorial --reading torvale=hold'))
    .action(async (path, options) =>
      done(await (await import('../commands/perceive.ts')).perceive(path, options)),
    );

  program
    .command('reach')
    .summary('how it would get from now to where it can rest')
    .description(
      'First steps from now, and the shortest way to each rest and equilibrium, for one profile of readings.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(reading())
    .addOption(scenario())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(agreements())
    .addOption(source())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche reach cases/tutorial'))
    .action(async (path, options) => done(await (await import('../commands/reach.ts')).reach(path, options)));

  program
    .command('coalition')
    .summary('deals over the heads of others, and what coalitions would leave')
    .description(
      'What parties could jointly move to that leaves others worse off, and which states are stable for coalitions, for one profile of readings.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(
      new Option(
        '--coalition <actors>',
        'only this one, as in russia,us (repeatable; default: all)',
      ).argParser(collect),
    )
    .addOption(
      new Option('--structure <coalitions>', 'who stands with whom, as in "russia+us,ukraine"; others alone'),
    )
    .addOption(
      new Option('--outsiders <how>', 'whether those outside answer each alone or in coalitions of theirs')
        .choices(['alone', 'together'] as const)
        .default('alone' as const),
    )
    .addOption(reading())
    .addOption(scenario())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(source())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche coalition cases/tutorial --reading torvale=hold'))
    .action(async (path, options) =>
      done(await (await import('../commands/coalition.ts')).coalition(path, options)),
    );

  program
    .command('invert')
    .summary('what it would take for another answer')
    .description(
      'The smallest changes that bring a wanted answer about, each solved again; or the proof that none up to a size does.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<question>', 'the id of a question')
    .addOption(
      new Option('--wanted <answer>', 'the answer wanted')
        .choices(['yes', 'no'] as const)
        .default('yes' as const),
    )
    .addOption(
      new Option('--size <n>', 'most changes at once; pairs take seconds, more on large cases')
        .choices(['1', '2'] as const)
        .default('1' as const),
    )
    .addOption(
      new Option('--beliefs <which>', 'whether parties may misread each other').choices([
        'correct',
        'as-held',
      ] as const),
    )
    .addOption(reading())
    .addOption(scenario())
    .addOption(new Option('--concepts <concept>', 'one of nash, gmr, smr, seq, sseq (default: seq)'))
    .addOption(agreements())
    .addOption(source())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche invert cases/tutorial nights --reading torvale=hold'))
    .action(async (path, question, options) =>
      done(await (await import('../commands/invert.ts')).invert(path, question, options)),
    );

  program
    .command('solve')
    .summary('equilibria of one profile of readings')
    .description(
      'Which states are stable for whom, for one profile of readings: the first of every actor unless told.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(reading())
    .addOption(scenario())
    .addOption(
      new Option(
        '--concepts <list>',
        'nash, gmr, smr, seq, sseq, sim, fh, lim2, lim3, …, nm or all (default: the first five)',
      ),
    )
    .addOption(sanctions())
    .addOption(
      new Option(
        '--engine <engine>',
        'how to compute: plain, move by move; compact, a list of states; dense, all combinations of options; symbolic, by satisfiability, without listing states (default: the fastest that takes the case)',
      ).choices(['plain', 'compact', 'dense', 'symbolic'] as const),
    )
    .addOption(
      new Option(
        '--limit <n>',
        'most states (symbolic: cubes) in a list (default 10000; --full, --table: 1000000)',
      ),
    )
    .addOption(
      new Option('--threads <n>', 'default: as many as the machine has, for large cases; changes no result'),
    )
    .addOption(new Option('--why <state>', 'why a state holds or not, for each concept'))
    .addOption(
      new Option(
        '--state <state>',
        'the same of a state by its letters as 1 and 0, of cases too large to list too',
      ).conflicts('why'),
    )
    .addOption(new Option('--conditions <state>', 'what would have to hold for a state to be an equilibrium'))
    .addOption(new Option('--table', 'every state as papers print it'))
    .addOption(new Option('--latex', 'print that table as LaTeX, and nothing else').conflicts('json'))
    .addOption(source())
    .addOption(blind())
    .addOption(full())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche solve cases/tutorial --reading torvale=hold'))
    .action(async (path, options) => done(await (await import('../commands/solve.ts')).solve(path, options)));
}
