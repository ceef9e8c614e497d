import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { version } from './version.ts';

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a whole number from 0 to 65535.');
  return port;
}

const exportNames = ['gmcr', 'nfg', 'csv', 'results', 'graphml', 'dot', 'annotations', 'csl'] as const;

/** The commands that work. What each does is loaded when it is called. */
export function programFor(done: (status: number) => void) {
  const program = new Command('demarche')
    .description(
      'From readings of what each party wants to where a conflict can come to rest, and what that hangs on.',
    )
    .version(version, '-V, --version')
    .showSuggestionAfterError(true)
    .helpCommand(false);

  const example = (text: string) => `\nExample:\n  ${text}`;
  const json = () => new Option('--json', 'print the result as JSON (schemas come with the package)');
  const quiet = () => new Option('-q, --quiet', 'no progress and no notes on stderr');
  const blind = () => new Option('--blind', 'print Party A, Party B, … for names');
  const source = () =>
    new Option('--source <id=path>', 'the text of a source, to verify anchors (repeatable)').argParser(
      collect,
    );
  const reading = () =>
    new Option('--reading <actor=reading>', 'take this reading (repeatable)').argParser(collect);
  const scenario = () => new Option('--scenario <name>', 'one scenario; `none` for things as they stand');
  const without = () =>
    new Option('--without <id>', 'as if a statement or source were withdrawn (repeatable)').argParser(
      collect,
    );
  const concepts = (standard: string) =>
    new Option('--concepts <list>', `nash, gmr, smr, seq, sseq or all (default: ${standard})`);
  const agreements = () =>
    new Option('--agreements <setting>', 'which joint moves there are').choices([
      'any',
      'at-rest',
      'none',
    ] as const);
  const beliefs = () =>
    new Option(
      '--beliefs <which>',
      'whether parties may misread each other; `both` where the case says what they believe',
    ).choices(['correct', 'as-held', 'both'] as const);
  const sanctions = () =>
    new Option('--sanctions <rule>', 'which sequences of others’ moves deter (default: legal)').choices([
      'legal',
      'once',
      'single',
    ] as const);
  const full = () => new Option('--full', 'leave nothing out');
  const format = () =>
    new Option('--format <format>', 'where neither its name nor its first bytes say it').choices([
      'plain',
      'html',
      'markdown',
      'pdf',
    ] as const);
  const allowLocal = () => new Option('--allow-local', 'fetch from a server on this machine too');

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
      done(await (await import('./commands/answer.ts')).answer(path, options)),
    );

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
    .action(async (path, options) => done(await (await import('./commands/check.ts')).check(path, options)));

  program
    .command('explain')
    .summary('what a diagnostic or a word of the field means')
    .description('Prints the page of a diagnostic code or of a term; without one, lists them.')
    .argument('[what]', 'a code as check prints it in brackets, or a word such as reading or nash')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche explain unknown-name'))
    .action(async (what, options) =>
      done(await (await import('./commands/explain.ts')).explain(what, options)),
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
      done(await (await import('./commands/why.ts')).why(path, question, options)),
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
      done(await (await import('./commands/uses.ts')).uses(path, id, options)),
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
    .action(async (path, options) => done(await (await import('./commands/solve.ts')).solve(path, options)));

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
    .action(async (path, options) => done(await (await import('./commands/reach.ts')).reach(path, options)));

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
    .action(async (path, options) => done(await (await import('./commands/hinge.ts')).hinge(path, options)));

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
      done(await (await import('./commands/perceive.ts')).perceive(path, options)),
    );

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
    .action(async (path, options) => done(await (await import('./commands/weigh.ts')).weigh(path, options)));

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
      done(await (await import('./commands/invert.ts')).invert(path, question, options)),
    );

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
      done(await (await import('./commands/coalition.ts')).coalition(path, options)),
    );

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
      done(await (await import('./commands/crux.ts')).crux(path, other, question, options)),
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
      done(await (await import('./commands/diff.ts')).diff(path, other, options)),
    );

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
      done(await (await import('./commands/import.ts')).importFile(file, options)),
    );

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
    .action(async (path, options) => done(await (await import('./commands/sweep.ts')).sweep(path, options)));

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
      done(await (await import('./commands/merge.ts')).merge(path, files, options)),
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
      done(await (await import('./commands/export.ts')).exportFile(path, options)),
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
      done(await (await import('./commands/verify.ts')).verify(file, options)),
    );

  program
    .command('cite')
    .summary('how to cite the program and a case')
    .description('The citation of the program, and of a case with its sha256, as text and BibTeX.')
    .argument('[case]', 'a folder with a case.yaml, or the file itself')
    .addOption(json())
    .addOption(quiet())
    .addHelpText('after', example('demarche cite cases/tutorial'))
    .action(async (path, options) => done(await (await import('./commands/cite.ts')).cite(path, options)));

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
          ? await (await import('./commands/new-from.ts')).createFrom(title, options)
          : (await import('./commands/new.ts')).create(title, options),
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
      done(await (await import('./commands/read.ts')).read(places, options)),
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
        done(await (await import('./commands/decide.ts')).decide(decision, path, ids, options)),
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
    .action(async (path, options) => done(await (await import('./commands/open.ts')).open(path, options)));

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
      done(await (await import('./commands/reanchor.ts')).reanchor(path, options)),
    );

  program.addHelpText('after', example('demarche answer cases/tutorial'));
  return program;
}
