import { namesOf, nearest, parseExpression } from '@demarche/case';

/** What is wrong with an expression and where, before it is in any file. */
export type ExpressionProblem = {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
  /** A name to put in its place. */
  readonly instead?: string;
};

/** Everything that can be said of a text as an expression over these names: where it breaks off, or every unknown name. */
export function checkExpression(text: string, known: readonly string[]): readonly ExpressionProblem[] {
  const { expression, complaint } = parseExpression(text);
  if (complaint) {
    const { start, end, message, hint } = complaint;
    return [{ start, end, message, ...(hint === undefined ? {} : { hint }) }];
  }
  const names = new Set(known);
  return namesOf(expression)
    .filter(({ name }) => !names.has(name))
    .map(({ name, start, end }) => {
      const instead = nearest(name, known) ?? onlyEnding(name, known);
      return {
        start,
        end,
        message: `there is no option, fact or term “${name}”`,
        ...(instead === undefined ? {} : { hint: `did you mean “${instead}”?`, instead }),
      };
    });
}

/** `russia.press` for `press`, where only one option ends so. */
function onlyEnding(name: string, known: readonly string[]): string | undefined {
  const ending = known.filter((one) => one.endsWith(`.${name}`));
  return ending.length === 1 ? ending[0] : undefined;
}
