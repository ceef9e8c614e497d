import { sha256 } from './anchors/sha256.ts';
import { type Texts, verifyAnchors } from './anchors/verify.ts';
import type { Case } from './case.ts';
import { reportContradictions } from './contradictions/all.ts';
import type { Diagnostic } from './diagnostic.ts';
import { rememberTree } from './edit/tree.ts';
import { limits } from './limits.ts';
import { type Report, reportFor } from './report.ts';
import { resolveCase } from './resolve/case.ts';
import { declaredNames } from './resolve/names.ts';
import { checkStructure } from './schema/check.ts';
import { parseTree } from './yaml/parse.ts';
import { type Positions, positionsOf } from './yaml/positions.ts';

export type ReadOptions = {
  /** The name diagnostics give; default `case.yaml`. */
  readonly file?: string;
  /** Source id → its text, as given by `--source`. */
  readonly texts?: Texts;
  /** The text at a source's `text:` path, or undefined where it is not at hand. */
  readonly textOf?: (path: string) => string | undefined;
};

export type ReadResult = {
  /** Undefined as soon as there is one error. */
  readonly case: Case | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the file is no YAML. */
  readonly positions: Positions | undefined;
};

/** Reads a case file. Every mistake is reported at once, in the order of the file; a case with an error is no case. */
export function readCase(text: string, options: ReadOptions = {}): ReadResult {
  const file = options.file ?? 'case.yaml';
  const report = reportFor(text, file);
  const done = (found?: Case, positions?: Positions): ReadResult => ({
    case: report.errors() === 0 ? found : undefined,
    diagnostics: report.diagnostics(),
    positions,
  });
  if (text.length > limits.fileSize) {
    const message = `a case file may have ${limits.fileSize} characters, this one has ${text.length} (limit fileSize)`;
    report.at({ start: 0, end: 0 }, 'limit', message);
    return done();
  }
  if (badCharacter(text, report)) return done();
  const tree = parseTree(text, report);
  if (!tree) return done();
  const positions = positionsOf(text, tree, file);
  report.locate(positions);
  const value = checkStructure(tree, report);
  if (!value) return done(undefined, positions);
  if (value.demarche !== 1) {
    report.add(
      'wrong-version',
      ['demarche'],
      `this program reads version 1 of the format, not ${value.demarche}`,
    );
    return done(undefined, positions);
  }
  const structural = report.errors();
  // What is wrong was taken out of the tree, so only a sound one is the file's.
  if (structural === 0) rememberTree(text, tree);
  const names = declaredNames(tree, report);
  const found = resolveCase({ file: value, tree, report, names }, sha256(text), file);
  const texts = textsOf(found, options);
  const resolved: Case = {
    ...found,
    statements: verifyAnchors(found.statements, found.sources, texts, report),
    // What is only proposed may fail without making the case wrong: accepting it would.
    proposals: verifyAnchors(found.proposals, found.sources, texts),
  };
  // Contradictions are looked for in what the file says, so only where it can be read to the end.
  reportContradictions(resolved, report, report.errors() > 0 || structural > 0);
  return done(resolved, positions);
}

function textsOf(found: Case, { texts = {}, textOf }: ReadOptions): Texts {
  const all: Record<string, string> = Object.create(null);
  for (const { id, text: path } of found.sources) {
    const text = Object.hasOwn(texts, id) ? texts[id] : path !== undefined ? textOf?.(path) : undefined;
    if (text !== undefined) all[id] = text;
  }
  return all;
}

function badCharacter(text: string, report: Report): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const at = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  if (at < 0) return false;
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  report.at(
    { start: at, end: at + 1 },
    'bad-character',
    `the control character ${name} cannot stand in a case file`,
  );
  return true;
}
