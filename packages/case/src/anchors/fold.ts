/**
 * A passage as it is hashed: what differs between two copies of one text (white space, quotation marks, dashes, invisible
 * characters, composition) is made the same, and nothing else.
 */
export function fold(passage: string): string {
  return passage
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[‘’‚‛ʼ]/g, "'")
    .replace(/''|[“”„‟«»]/g, '"')
    .replace(/[–—‒―−]/g, '-')
    .replace(/\s+/g, ' ')
    .normalize('NFC');
}
