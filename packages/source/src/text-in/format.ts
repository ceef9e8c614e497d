import type { TextFormat } from './source-text.ts';

export type Hints = {
  /** File name or address: its ending tells. */
  readonly name?: string;
  /** As a server declares it: `text/html; charset=utf-8`. */
  readonly contentType?: string;
  readonly format?: TextFormat;
};

const endings: Readonly<Record<string, TextFormat>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  pdf: 'pdf',
  txt: 'plain',
  text: 'plain',
};

const types: Readonly<Record<string, TextFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'application/pdf': 'pdf',
  'text/plain': 'plain',
};

/** Media types that a source may have. */
export const mediaTypes: readonly string[] = Object.keys(types);

export function mediaTypeOf(contentType: string): string {
  return contentType.split(';')[0]!.trim().toLowerCase();
}

export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(contentType)?.[1];
}

/**
 * What a source is: as was asked for, else by its first bytes where they leave no doubt, as it was declared, by the ending of its
 * name, or plain text.
 */
export function formatOf(bytes: Uint8Array, { name = '', contentType, format }: Hints): TextFormat {
  if (format) return format;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('%PDF-')) return 'pdf';
  const ending = endings[/\.([A-Za-z]{2,8})$/.exec(name.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? ''];
  const declared = contentType === undefined ? undefined : types[mediaTypeOf(contentType)];
  // A server calls Markdown plain text.
  if (declared !== undefined && !(declared === 'plain' && ending === 'markdown')) return declared;
  if (ending) return ending;
  if (head.includes('%PDF-')) return 'pdf';
  return /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(head)
    ? 'html'
    : 'plain';
}
