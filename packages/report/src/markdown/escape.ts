/** Text of a case as Markdown that says just this: no markup, no HTML, no new lines, no table cell of its own. */
export function escapeMarkdown(text: string): string {
  return (
    text
      // Control characters have no place in a page; bidirectional overrides could make it say something else.
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) => (/\s/.test(mark) ? ' ' : '\ufffd'))
      .replace(/\s+/g, ' ')
      .trim()
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*_[\]#|~]/g, '\\$&')
      // A line must not begin a list, and a bare address is no link.
      .replace(/^([-+]|\d+\.)/, '\\$1')
      .replace(/(https?):\/\//gi, '$1:&#47;&#47;')
      .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
  );
}

/** A formula between backticks; the expression language has none of its own. */
export function codeSpan(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '/')}\``;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
