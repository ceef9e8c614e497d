import { Option } from '@commander-js/extra-typings';

/** For options that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** The last lines of a command's help. */
export const example = (text: string) => `\nExample:\n  ${text}`;
export const json = () => new Option('--json', 'print the result as JSON (schemas come with the package)');
export const quiet = () => new Option('-q, --quiet', 'no progress and no notes on stderr');
export const blind = () => new Option('--blind', 'print Party A, Party B, … for names');
export const source = () =>
  new Option('--source <id=path>', 'the text of a source, to verify anchors (repeatable)').argParser(collect);
export const reading = () =>
  new Option('--reading <actor=reading>', 'take this reading (repeatable)').argParser(collect);
export const scenario = () =>
  new Option('--scenario <name>', 'one scenario; `none` for things as they stand');
export const without = () =>
  new Option('--without <id>', 'as if a statement or source were withdrawn (repeatable)').argParser(collect);
export const concepts = (standard: string) =>
  new Option('--concepts <list>', `nash, gmr, smr, seq, sseq or all (default: ${standard})`);
export const agreements = () =>
  new Option('--agreements <setting>', 'which joint moves there are').choices([
    'any',
    'at-rest',
    'none',
  ] as const);
export const beliefs = () =>
  new Option(
    '--beliefs <which>',
    'whether parties may misread each other; `both` where the case says what they believe',
  ).choices(['correct', 'as-held', 'both'] as const);
export const sanctions = () =>
  new Option('--sanctions <rule>', 'which sequences of others’ moves deter (default: legal)').choices([
    'legal',
    'once',
    'single',
  ] as const);
export const full = () => new Option('--full', 'leave nothing out');
export const format = () =>
  new Option('--format <format>', 'where neither its name nor its first bytes say it').choices([
    'plain',
    'html',
    'markdown',
    'pdf',
  ] as const);
export const allowLocal = () => new Option('--allow-local', 'fetch from a server on this machine too');
