import { answer, back, type Interview, type Problem, type Question, questionOf } from '@demarche/source';

/** How a question is put to a person: a terminal, or lines of a pipe. */
export type Asker = {
  /** `refused`: why the reply before did not do. */
  readonly ask: (question: Question, refused: Problem | undefined) => Promise<Said>;
  readonly close: () => void;
};

/** What came back. `interrupted`: by Ctrl-C. `misfit`: a reply that nobody is there to give anew did not fit. */
export type Said = { readonly reply: unknown } | 'back' | 'stop' | 'interrupted' | 'misfit';

export type Ended = 'done' | 'stopped' | 'interrupted' | 'misfit';

/** Asks until everything was asked or the person stops; every reply is kept at once. */
export async function conduct(
  begun: Interview,
  asker: Asker,
  text: string | undefined,
  keep: (interview: Interview) => void,
): Promise<{ readonly interview: Interview; readonly ended: Ended }> {
  let interview = begun;
  let refused: Problem | undefined;
  for (;;) {
    const question = questionOf(interview);
    if (!question) return { interview, ended: 'done' };
    const said = await asker.ask(question, refused);
    refused = undefined;
    if (said === 'stop') return { interview, ended: 'stopped' };
    if (said === 'interrupted' || said === 'misfit') return { interview, ended: said };
    const next = said === 'back' ? { interview: back(interview) } : answer(interview, said.reply, text);
    if ('problem' in next) {
      refused = next;
      continue;
    }
    interview = next.interview;
    keep(interview);
  }
}
