/** What a source may be at most. Each is named where it refuses something. */
export const textLimits = {
  /** Bytes of a file or answer. */
  bytes: 64 * 1024 * 1024,
  /** Bytes of a page in HTML or Markdown: parsers keep many times as much in memory. */
  markup: 8 * 1024 * 1024,
  /** Elements of a page within which the main content is looked for. */
  elements: 30_000,
  /** Elements of a page inside one another, likewise. */
  depth: 300,
  /** Pages of a PDF. */
  pages: 3000,
  /** Pieces of text of a PDF: a piece is seldom longer than a line. */
  pieces: 2_000_000,
  /** Milliseconds that reading one file may take. */
  time: 20_000,
  /** Bytes of memory that reading one file may take beyond what was used before. */
  memory: 1024 ** 3,
} as const;

/** `8 MB`, for messages. */
export function megabytes(bytes: number): string {
  return `${Math.max(0.1, Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`;
}
