/**
 * A paragraph as normalised text has it: one line, single spaces, composed letters. Characters that steer a terminal or only
 * help to break a line are dropped.
 */
export function paragraph(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Co}\ufffe\uffff]/gu, '')
    .normalize('NFC')
    .trim();
}

/** Paragraphs parted by blank lines; the text ends with a line break, as files do. */
export function textOf(paragraphs: readonly string[]): string {
  const kept = paragraphs.map(paragraph).filter((one) => one !== '');
  return kept.length === 0 ? '' : `${kept.join('\n\n')}\n`;
}
