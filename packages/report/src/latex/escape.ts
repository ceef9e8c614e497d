const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  '[': '{[}',
  ']': '{]}',
};

/** Text as LaTeX prints it: nothing in it is a command, and it stays on one line. */
export function latexText(text: string): string {
  return oneLine(text).replace(/[\\{}$&#_%~^<>|"`[\]]/g, (one) => special[one]!);
}

/** Text behind a `%`: a line break would end the comment. */
export function latexComment(text: string): string {
  return `% ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
