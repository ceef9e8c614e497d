import { type Code, codes } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Lines, linesOf, type Span } from './text/lines.ts';
import type { Positions } from './yaml/positions.ts';
import type { Path } from './yaml/tree.ts';

export type Detail = {
  readonly hint?: string | undefined;
  readonly nearest?: string | undefined;
  /** Underline the key, not the value. */
  readonly key?: boolean;
  /** Underline only these characters of the value. */
  readonly within?: Span;
};

/** Where the mistakes of a file are gathered. Severity belongs to the code; a place is a path, or a span before there are paths. */
export type Report = {
  readonly add: (code: Code, path: Path, message: string, detail?: Detail) => void;
  readonly at: (span: Span, code: Code, message: string, detail?: Detail) => void;
  readonly locate: (positions: Positions) => void;
  readonly errors: () => number;
  readonly diagnostics: () => Diagnostic[];
};

export function reportFor(text: string, file: string): Report {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  let positions: Positions | undefined;
  let lines: Lines | undefined;
  const push = (code: Code, range: Diagnostic['range'], message: string, detail: Detail) => {
    const { severity, hint: usual } = codes[code];
    const hint = detail.hint ?? usual;
    const one: Diagnostic = {
      code,
      severity,
      message,
      file,
      range,
      ...(hint === undefined ? {} : { hint }),
      ...(detail.nearest === undefined ? {} : { nearest: detail.nearest }),
    };
    // One mistake met on two ways through the file is one mistake.
    const mark = `${code} ${range.line} ${range.column} ${message}`;
    if (!seen.has(mark)) found.push(one);
    seen.add(mark);
  };
  return {
    add(code, path, message, detail = {}) {
      if (!positions) throw new Error('a path was reported before the file was located');
      const range = detail.within
        ? positions.within(path, detail.within.start, detail.within.end)
        : detail.key
          ? positions.key(path)
          : positions.at(path);
      push(code, range, message, detail);
    },
    at(span, code, message, detail = {}) {
      lines ??= linesOf(text);
      const start = lines.place(span.start);
      const end = lines.place(Math.max(span.start, span.end));
      push(
        code,
        { line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
        message,
        detail,
      );
    },
    locate(where) {
      positions = where;
    },
    errors: () => found.filter((one) => one.severity === 'error').length,
    diagnostics: () => [...found].sort(byPlace),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.line - b.range.line ||
    a.range.column - b.range.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}
