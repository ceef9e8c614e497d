const run = 6;

/**
 * The first run of six words that two texts share, capitals and punctuation aside; undefined where there is none. Whoever tells in own
 * words what a text says has none.
 */
export function sharedRun(said: string, text: string): string | undefined {
  const words = wordsOf(said);
  if (words.length < run) return undefined;
  const all = ` ${wordsOf(text).join(' ')} `;
  for (let at = 0; at + run <= words.length; at++) {
    const piece = words.slice(at, at + run).join(' ');
    if (all.includes(` ${piece} `)) return piece;
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[’']/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
