import type { Code } from '../codes.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { limits } from '../limits.ts';
import { type Detail, reportFor } from '../report.ts';
import type { Span } from '../text/lines.ts';
import { type ReadAnnotation, readAnnotations } from './annotation/read.ts';
import { mostTold } from './bounds.ts';
import { type ReadSource, readCsl } from './csl/read.ts';

/** Files that go into a case that is there: passages with what was said of them, and sources. */
export const materialFormats = ['annotations', 'csl'] as const;
export type MaterialFormat = (typeof materialFormats)[number];

export type Material = {
  readonly format: MaterialFormat;
  readonly annotations: readonly ReadAnnotation[];
  readonly sources: readonly ReadSource[];
  /** Adds a diagnostic at a place of the file: what becomes of an item is known only in a case. */
  readonly tell: (span: Span, code: Code, message: string, detail?: Detail) => void;
  readonly errors: () => number;
  /** What was found wrong so far, in the order of the file. */
  readonly diagnostics: () => readonly Diagnostic[];
};

/** Reads annotations (W3C, JSON-LD) or sources (CSL-JSON). Nothing in the file makes this throw. */
export function readMaterial(
  text: string,
  { file, format }: { readonly file: string; readonly format?: MaterialFormat },
): Material {
  const report = reportFor(text, file);
  const taken = format ?? materialFormat(text, file);
  // Finding the place of each of a million would take for ever.
  let left = mostTold;
  const tell: Material['tell'] = (span, code, message, detail) => {
    if (left-- > 0) report.at(span, code, message, detail);
  };
  const bounded = { ...report, at: tell };
  const done = (annotations: readonly ReadAnnotation[], sources: readonly ReadSource[]): Material => ({
    format: taken,
    annotations,
    sources,
    tell,
    errors: report.errors,
    diagnostics: report.diagnostics,
  });
  if (text.length > limits.fileSize) {
    tell(
      { start: 0, end: 0 },
      'limit',
      `a file may have ${limits.fileSize} characters, this one has ${text.length} (limit fileSize)`,
    );
    return done([], []);
  }
  return taken === 'csl'
    ? done([], readCsl(text, bounded) ?? [])
    : done(readAnnotations(text, bounded) ?? [], []);
}

/** By the ending of the name, else by the words that annotations are made of. */
function materialFormat(text: string, file: string): MaterialFormat {
  if (/\.jsonld$/i.test(file)) return 'annotations';
  return /"(?:Annotation|AnnotationPage|AnnotationCollection|TextQuoteSelector)"/.test(text.slice(0, 20_000))
    ? 'annotations'
    : 'csl';
}
