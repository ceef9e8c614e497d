import { Option } from '@commander-js/extra-typings';
import type { Done, Program } from '../program.ts';
import { blind, collect, example, json, quiet, reading, sanctions, scenario, source } from './options.ts';

/** Commands about a case as a file and what it rests on. */
export function caseCommands(program: Program, done: Done): void {
  program.commandsGroup('The case itself:');

  program
    .command('check')
    .summary('find mistakes, verify anchors, ask about what looks unmeant')
    .description(
      'Reports every mistake at once with its place, what looks unmeant, and how much of each source is used.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(source())
    .addOption(blind())
    .addOption(
      new Option('--full', 'list the passages that lie in no statement, for sources in the case too'),
    )
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche check cases/tutorial'))
    .action(async (path, options) => done(await (await import('../commands/check.ts')).check(path, options)));

  program
    .command('explain')
    .summary('what a diagnostic or a word of the field means')
    .description('Prints the page of a diagnostic code or of a term; without one, lists them.')
    .argument('[what]', 'a code as check prints it in brackets, or a word such as reading or nash')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche explain unknown-name'))
    .action(async (what, options) =>
      done(await (await import('../commands/explain.ts')).explain(what, options)),
    );

  program
    .command('uses')
    .summary('what rests on a statement, source, reading or actor')
    .description('What rests on a statement or source; for a reading or actor, what is said of it.')
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .argument('<id>', 'a statement, source, actor, or reading as actor.reading')
    .addOption(source())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche uses cases/tutorial s09'))
    .action(async (path, id, options) =>
      done(await (await import('../commands/uses.ts')).uses(path, id, options)),
    );

  program
    .command('reanchor')
    .summary('where passages are in a text that changed')
    .description(
      'Finds the passages of statements in a text that changed. Says where each is, never guesses, and writes only when told.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(
      new Option(
        '--source <id=path>',
        'the text of today, where it is not in the case (repeatable)',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--was <id=path>',
        'the text that was coded: its words help to find them (repeatable)',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--accept <id>',
        'a passage that changed is the same statement; `all` of them (repeatable)',
      ).argParser(collect),
    )
    .addOption(
      new Option('--place <id=range>', 'where a passage is, as in s07=120..204 (repeatable)').argParser(
        collect,
      ),
    )
    .addOption(new Option('--leave', 'write what is settled, and leave what is open to check'))
    .addOption(new Option('--write', 'write the new places into the case; nothing is written without it'))
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche reanchor cases/tutorial'))
    .action(async (path, options) =>
      done(await (await import('../commands/reanchor.ts')).reanchor(path, options)),
    );

  program
    .command('export')
    .summary('a case for other programs; results as a graph; annotations, sources')
    .description(
      'Writes one profile of a case for another program, its results, its statements or its sources. What the format cannot hold is refused by name.',
    )
    .argument('<case>', 'a folder with a case.yaml, or the file itself')
    .addOption(
      new Option(
        '--to <format>',
        'model: gmcr, nfg, csv; results: results (CSV), graphml, dot; material: annotations (W3C), csl',
      ).choices(exportNames),
    )
    .addOption(new Option('--format <format>', 'the same as --to').choices(exportNames).hideHelp())
    .addOption(new Option('--out <file>', 'where to write it; without it the file is printed'))
    .addOption(new Option('--lossy', 'drop what the format cannot hold, and list it'))
    .addOption(new Option('--force', 'write over a file that is there'))
    .addOption(reading())
    .addOption(scenario())
    .addOption(
      new Option(
        '--concepts <list>',
        'of results: nash, gmr, smr, seq, sseq, sim, fh, lim2, …, nm or all (default: the first five)',
      ),
    )
    .addOption(sanctions())
    .addOption(source())
    .addOption(blind())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche export cases/tutorial --to dot'))
    .action(async (path, options) =>
      done(await (await import('../commands/export.ts')).exportFile(path, options)),
    );

  program
    .command('cite')
    .summary('how to cite the program and a case')
    .description('The citation of the program, and of a case with its sha256, as text and BibTeX.')
    .argument('[case]', 'a folder with a case.yaml, or the file itself')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche cite cases/tutorial'))
    .action(async (path, options) => done(await (await import('../commands/cite.ts')).cite(path, options)));
}

const exportNames = ['gmcr', 'nfg', 'csv', 'results', 'graphml', 'dot', 'annotations', 'csl'] as const;
