import type { NoText } from './source-text.ts';

export type Decoded = {
  readonly text: string;
  /** The text in UTF-8 is the file, byte by byte. */
  readonly verbatim: boolean;
  readonly notes: readonly string[];
};

/**
 * Bytes of a text file as text. UTF-8 is taken as it is, a byte order mark included, so that offsets hold in the file; UTF-16 is known
 * by its mark; other bytes are read as Windows-1252, which is said, unless they cannot be text.
 */
export function decodePlain(bytes: Uint8Array): Decoded | NoText {
  const wide = wideText(bytes);
  if (wide !== undefined) return wide;
  const text = utf8(bytes);
  if (text !== undefined) return { text, verbatim: true, notes: notesOn(text) };
  if (!mayBeText(bytes))
    return {
      problem: 'it is no text: it holds bytes that no text has',
      hint: 'give plain text, HTML, Markdown or PDF',
    };
  const read = new TextDecoder('windows-1252').decode(bytes);
  return {
    text: read,
    verbatim: false,
    notes: [
      'The file is not in UTF-8; it was read as Windows-1252, so look at accents and quotation marks.',
      ...notesOn(read),
    ],
  };
}

/** Bytes of a page, by its mark, what was declared with it or in its first kilobyte, UTF-8, or Windows-1252. */
export function decodePage(bytes: Uint8Array, declared?: string): string {
  const wide = wideText(bytes);
  if (wide && 'text' in wide) return wide.text;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = declared ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(head)?.[1] ?? 'utf-8';
  if (/^utf-?8$/i.test(named)) return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text in UTF-16 with its byte order mark. */
function wideText(bytes: Uint8Array): Decoded | NoText | undefined {
  const order =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (order === undefined) return undefined;
  try {
    const text = new TextDecoder(order, { fatal: true }).decode(bytes);
    return { text, verbatim: false, notes: ['The file is in UTF-16.', ...notesOn(text)] };
  } catch {
    return { problem: 'it begins as UTF-16 and is not', hint: 'save it as UTF-8' };
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No NUL, and of other control characters at most one in a hundred. */
function mayBeText(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) odd++;
  }
  return odd * 100 <= bytes.length;
}

function notesOn(text: string): string[] {
  const notes: string[] = [];
  if (text.startsWith('\ufeff'))
    notes.push('The text begins with a byte order mark, which counts as its first character.');
  if (text.includes('\r')) notes.push('Lines end with carriage returns, which count as characters.');
  const nuls = text.split('\0').length - 1;
  if (nuls > 0)
    notes.push(
      `The text holds ${nuls} NUL ${nuls === 1 ? 'character' : 'characters'}: is it a text that was written by a person?`,
    );
  return notes;
}
