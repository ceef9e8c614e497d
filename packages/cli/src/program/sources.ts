import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { Done, Program } from '../program.ts';
import { allowLocal, example, format, full, json, quiet, source } from './options.ts';

/** Commands that make a case, from texts and from files of other programs. */
export function sourcesCommands(program: Program, done: Done): void {
  program.commandsGroup('From a text to a case:');

  program
    .command('new')
    .summary('a case to begin with: commented, or by an interview about a text')
    .description(
      'Writes a commented case that runs, or asks about a text in plain words and writes the case. Never overwrites one.',
    )
    .argument('[title]', 'what the case asks, in quotes; not with --from')
    .option('--from <source>', 'a file or an address: an interview about it')
    .option('--out <folder>', 'where to write it')
    .option('--resume', 'go on with an interview that was stopped, in the folder of --out')
    .addOption(format())
    .addOption(allowLocal())
    .addOption(json())
    .addOption(quiet())
    .addHelpText(
      'after',
      `${example('demarche new "Who closes the valley road?" --out valley-road')}\n  demarche new --from cases/tutorial/sources/analysis.txt --out tunnel`,
    )
    .action(async (title, options) =>
      done(
        options.from !== undefined || options.resume
          ? await (await import('../commands/new-from.ts')).createFrom(title, options)
          : (await import('../commands/new.ts')).create(title, options),
      ),
    );

  program
    .command('read')
    .summary('who says, believes or wants what in a news text')
    .description(
      'Lists the passages of texts in English that report words, beliefs or intentions, with who holds them.',
    )
    .argument('<source...>', 'files (plain text, HTML, Markdown, PDF) or addresses of the web')
    .addOption(
      new Option(
        '--text-out <path>',
        'write the text that offsets count in: a file, or a folder for several',
      ),
    )
    .addOption(
      new Option('--format <format>', 'where neither its name nor its first bytes say it').choices([
        'plain',
        'html',
        'markdown',
        'pdf',
      ] as const),
    )
    .addOption(new Option('--into <case>', 'add the source and its passages to a case, for you to sort'))
    .addOption(new Option('--as <id>', 'with --into: the id of the source'))
    .addOption(new Option('--no-text', 'with --into: keep offsets and hashes, not the text'))
    .addOption(
      new Option(
        '--assist',
        'with --into: a language model proposes statements; none counts until you accept it',
      ),
    )
    .addOption(new Option('--model <name>', 'of --assist (default: DEMARCHE_ASSIST_MODEL)'))
    .addOption(
      new Option(
        '--base-url <url>',
        'an OpenAI-compatible server for --assist (default: DEMARCHE_ASSIST_URL); a key only from DEMARCHE_ASSIST_KEY',
      ),
    )
    .addOption(new Option('--price <in/out>', 'of a million tokens, to be told the price of --assist'))
    .addOption(new Option('--timeout <seconds>', 'of one request of --assist (default: 120)'))
    .addOption(new Option('--yes', 'ask --assist without asking you'))
    .addOption(new Option('--allow-local', 'fetch from a server on this machine too'))
    .addOption(full())
    .addOption(
      new Option('--json', 'print one JSON object a line and source (the schema comes with the package)'),
    )
    .addOption(quiet())
    .addHelpText('after', example('demarche read cases/tutorial/sources/analysis.txt'))
    .action(async (places, options) =>
      done(await (await import('../commands/read.ts')).read(places, options)),
    );

  for (const decision of ['accept', 'reject'] as const) {
    program
      .command(decision)
      .summary(
        decision === 'accept'
          ? 'proposals of a model that become statements; without ids, those that wait'
          : 'proposals of a model that are taken out of a case',
      )
      .description(
        decision === 'accept'
          ? 'Makes proposals statements of the case and records that you did. Without ids it lists what waits.'
          : 'Takes proposals out of the case and records that you did. Without ids it lists what waits.',
      )
      .argument('<case>', 'a folder with a case.yaml, or the file itself')
      .argument('[id...]', 'proposals')
      .addOption(json())
      .addOption(quiet())
      .addHelpText('after', example(`demarche ${decision} cases/tutorial`))
      .action(async (path, ids, options) =>
        done(await (await import('../commands/decide.ts')).decide(decision, path, ids, options)),
      );
  }

  program
    .command('open')
    .summary('the workbench: the whole work in a page on this machine')
    .description(
      'Serves the workbench on this machine alone and opens it in a browser; the case is saved where it lies.',
    )
    .argument(
      '[case]',
      'a folder with a case.yaml, or the file itself; without it the page begins with examples',
    )
    .addOption(
      new Option('--port <number>', 'the port to serve on (default: any that is free)').argParser(portOf),
    )
    .addOption(new Option('--no-browser', 'print the address and open nothing'))
    .addOption(new Option('--out <file>', 'write the page as one HTML file that needs no server, and end'))
    .addOption(quiet())
    .addHelpText('after', example('demarche open --out workbench.html'))
    .action(async (path, options) => done(await (await import('../commands/open.ts')).open(path, options)));

  program
    .command('import')
    .summary('files of other programs into a case')
    .description(
      'Turns a .gmcr file of GMCR+, a .nfg file of Gambit, or a table of states into a case that runs; or adds W3C annotations or CSL-JSON sources to one.',
    )
    .argument('<file>', 'a .gmcr, .nfg or .csv file; with --into a .jsonld or CSL .json file')
    .addOption(new Option('--out <case>', 'a new folder, or a .yaml file; without it the case is printed'))
    .addOption(
      new Option('--format <format>', 'where the name does not say it').choices([
        'gmcr',
        'nfg',
        'csv',
        'annotations',
        'csl',
      ] as const),
    )
    .addOption(new Option('--into <case>', 'add annotations or sources to this case'))
    .addOption(new Option('--as <id>', 'with --into: the source of annotations that name none of the case'))
    .addOption(source())
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche import fixtures/exchange/bridge.gmcr --out bridge'))
    .action(async (file, options) =>
      done(await (await import('../commands/import.ts')).importFile(file, options)),
    );
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.');
  return port;
}
