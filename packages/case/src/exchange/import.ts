import type { Case } from '../case.ts';
import { codes } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { readCase } from '../read.ts';
import { type Report, reportFor } from '../report.ts';
import { mostTold } from './bounds.ts';
import { readCsv } from './csv/read.ts';
import { caseText } from './draft.ts';
import { readGmcr } from './gmcr/read.ts';
import { cleanName } from './ids.ts';
import { readNfg } from './nfg/read.ts';

/** Files of other programs that become a case: of GMCR+, of Gambit, and tables of states. */
export const importFormats = ['gmcr', 'nfg', 'csv'] as const;
export type ImportFormat = (typeof importFormats)[number];

const readers = { gmcr: readGmcr, nfg: readNfg, csv: readCsv } as const;

export type ImportOptions = {
  /** The name that diagnostics give; its ending says the format where none is said, its stem the title where the file has none. */
  readonly file: string;
  readonly format?: ImportFormat;
};

export type ImportResult = {
  readonly format: ImportFormat;
  /** The case file's text, and the case read from it; undefined as soon as there is one error. */
  readonly text: string | undefined;
  readonly case: Case | undefined;
  /** Places are those of the imported file. Warnings say what of it the case does not hold. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Turns a file of another program into a case file that reads without a mistake. Nothing in it makes this throw. */
export function importText(text: string, options: ImportOptions): ImportResult {
  const { file } = options;
  const format = options.format ?? formatOf(text, file);
  const report = boundedReport(text, file);
  const done = (made?: { readonly text: string; readonly case: Case }): ImportResult => ({
    format,
    text: made?.text,
    case: made?.case,
    diagnostics: report.diagnostics(),
  });
  if (text.length > limits.fileSize) {
    const message = `a file may have ${limits.fileSize} characters, this one has ${text.length} (limit fileSize)`;
    report.at({ start: 0, end: 0 }, 'limit', message);
    return done();
  }
  const name = cleanName(file.replace(/^.*[\\/]/, ''), 'a file');
  const draft = readers[format](text, cleanName(name.replace(/\.[^.]*$/, ''), 'A conflict'), report);
  if (!draft || report.errors() > 0) return done();
  const written = caseText(draft, name);
  const read = readCase(written, { file });
  if (read.case) return done({ text: written, case: read.case });
  // What the file says is sound, and what it comes to is beyond what a case may be.
  for (const { code, message, hint } of read.diagnostics)
    report.at(
      { start: 0, end: 0 },
      code === 'no-feasible-state' ? code : 'limit',
      `the case that comes of it: ${message}`,
      { hint },
    );
  return done();
}

/** A report that takes so many errors and so many warnings: finding the place of each of a million would take for ever. */
function boundedReport(text: string, file: string): Report {
  const report = reportFor(text, file);
  const left = { error: mostTold, warning: mostTold };
  return {
    ...report,
    at(span, code, message, detail) {
      if (left[codes[code].severity]-- > 0) report.at(span, code, message, detail);
    },
  };
}

/** By the ending of the name, else by how the text begins. */
function formatOf(text: string, file: string): ImportFormat {
  const ending = /\.([A-Za-z]+)$/.exec(file)?.[1]?.toLowerCase();
  const known = importFormats.find((one) => one === ending);
  if (known) return known;
  if (/^\ufeff?\s*\{/.test(text)) return 'gmcr';
  return /^\ufeff?\s*NFG\b/.test(text) ? 'nfg' : 'csv';
}
