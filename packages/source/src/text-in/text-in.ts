import { decodePage, decodePlain } from './decode.ts';
import { charsetOf, formatOf, type Hints } from './format.ts';
import { megabytes, textLimits } from './limits.ts';
import type { NoText, SourceText } from './source-text.ts';

/**
 * A file's or an answer's bytes as the text that is read and anchored. Plain text in UTF-8 is taken as it is; of a page, a PDF or
 * Markdown the words remain, a paragraph a line, parted by blank lines. Whatever the bytes, this ends with a text or a reason. Throws
 * `MissingPackage` where what it takes is not installed.
 */
export async function textFrom(bytes: Uint8Array, hints: Hints = {}): Promise<SourceText | NoText> {
  const format = formatOf(bytes, hints);
  const most = format === 'html' || format === 'markdown' ? textLimits.markup : textLimits.bytes;
  if (bytes.length > most)
    return {
      problem: `it has ${megabytes(bytes.length)}, of ${words[format]} at most ${megabytes(most)} are read`,
      hint: 'take the part that matters',
    };
  if (format === 'pdf') return (await import('./pdf.ts')).pdfText(bytes);
  if (format === 'html')
    return (await import('./html.ts')).htmlText(
      decodePage(bytes, hints.contentType === undefined ? undefined : charsetOf(hints.contentType)),
    );
  const decoded = decodePlain(bytes);
  if ('problem' in decoded) return decoded;
  if (format === 'markdown') {
    const made = await (await import('./markdown.ts')).markdownText(decoded.text);
    return { ...made, notes: [...decoded.notes.filter((one) => one.includes('Windows')), ...made.notes] };
  }
  return { ...decoded, format, about: {} };
}

const words = { plain: 'plain text', html: 'a page', markdown: 'Markdown', pdf: 'a PDF' } as const;
