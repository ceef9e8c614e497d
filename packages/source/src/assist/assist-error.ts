export type AssistProblem =
  | 'unreachable'
  | 'redirect'
  | 'key'
  | 'busy'
  | 'failing'
  | 'refused'
  | 'too-large'
  | 'too-slow'
  | 'no-answer';

/** Why a model gave no proposals. The message holds nothing that a server or a key says. */
export class AssistError extends Error {
  readonly problem: AssistProblem;
  constructor(problem: AssistProblem, message: string) {
    super(message);
    this.name = 'AssistError';
    this.problem = problem;
  }
}
