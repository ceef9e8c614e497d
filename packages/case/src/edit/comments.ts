import { Lexer } from 'yaml';

/** Marks of the lexer for where a document, a broken bracket or a scalar begins; a case file holds none of them. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/** A YAML text without its comments; lines that held nothing else are gone. */
export function withoutComments(text: string): string {
  let kept = '';
  let scalar = false;
  let dropped = false;
  for (const token of new Lexer().lex(text)) {
    const isComment = token.startsWith('#') && !scalar;
    scalar = token === '\u001f';
    if (marks.has(token)) continue;
    if (isComment) {
      const line = kept.lastIndexOf('\n') + 1;
      const before = kept.slice(line).trimEnd();
      kept = kept.slice(0, line) + before;
      // A line that is empty now goes with the break that would end it.
      dropped = before === '';
      continue;
    }
    kept += dropped && /^\r?\n/.test(token) ? token.replace(/^\r?\n/, '') : token;
    dropped = false;
  }
  return kept;
}
