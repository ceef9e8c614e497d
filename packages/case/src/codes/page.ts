/** What is known about a diagnostic beside the place where it is met. */
export type CodePage = {
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly explanation: string;
  /** What to do next, where a place has nothing better to say. */
  readonly hint?: string;
  /** A case file that gets this diagnostic, and the same one mended; undefined where no file alone can get it. */
  readonly example: string | undefined;
  readonly mended: string | undefined;
};
