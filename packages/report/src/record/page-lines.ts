/** What a page says and what it should say, where the two differ, as a reader would see them. */
export type PageLines = { readonly says: readonly string[]; readonly should: readonly string[] };

const most = 20;

/** Lines of text that only one of two pages has, in the order of the page. */
export function differingLines(page: string, expected: string): PageLines {
  const [here, there] = [linesOf(page), linesOf(expected)];
  return { says: lacking(here, there), should: lacking(there, here) };
}

function lacking(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  const out: string[] = [];
  for (const line of lines) {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    else if (out.length < most) out.push(line.slice(0, 300));
  }
  return out;
}

/** The words of a page, a line for each piece between tags that stand apart; scripts and styles are left out. */
function linesOf(page: string): readonly string[] {
  return page
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .split(
      /<\/?(?:p|li|h[1-6]|td|th|dt|dd|tr|text|summary|title|desc|caption|figure|ul|ol|article|section|header|footer|nav|div)\b[^>]*>/,
    )
    .map((piece) =>
      piece
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
