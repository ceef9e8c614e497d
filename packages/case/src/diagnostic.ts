/** A mistake in a user's file, as data. `code` is from the closed list in `codes.ts`. */
export type Diagnostic = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly file: string;
  /** 1-based; columns count code points; `end` is exclusive. */
  readonly range: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  /** What was expected and what to do next. */
  readonly hint?: string;
  /** The lines around it, and the nearest valid name where one is near. */
  readonly nearest?: string;
};
