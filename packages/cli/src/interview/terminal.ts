import * as clack from '@clack/prompts';
import { pageFor, type View } from '@demarche/report/terminal';
import { type Choice, lineOf, type Question, replyFromLine } from '@demarche/source';
import { excerpt } from '../excerpt.ts';
import { viewOf } from '../io.ts';
import type { Asker, Said } from './conduct.ts';
import { type Cut, howTo, isPassage, listedOf, questionText } from './shown-question.ts';

/** Asks on a terminal: boxes to tick, fields to fill. Ctrl-C stops and keeps what was replied. */
export function terminalAsker(cut: Cut): Asker {
  let part = 0;
  clack.intro('An interview in plain words. Esc or Ctrl-C stops, and what was replied is kept; < goes back.');
  return {
    ask: async (question, refused): Promise<Said> => {
      if (question.part.at !== part) {
        part = question.part.at;
        clack.log.step(`${part} of ${question.part.of}: ${question.part.title}`);
      }
      if (refused) clack.log.warn(`${wrapped(refused.problem)}\n${wrapped(`→ ${refused.hint}`)}`);
      const said = await (question.kind === 'pick' ? ticked(question, cut) : typed(question, cut));
      return said;
    },
    close: () => undefined,
  };
}

/** Numbers, names and texts on one line, checked while it is typed. */
async function typed(question: Question, cut: Cut): Promise<Said> {
  if (question.kind === 'yes-no') {
    const said = await clack.select({
      message: question.ask,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: '<', label: 'Go back', hint: 'to the question before' },
      ],
      initialValue: question.default ? 'yes' : 'no',
    });
    if (clack.isCancel(said)) return 'interrupted';
    return said === '<' ? 'back' : { reply: said === 'yes' };
  }
  const listed = listedOf(question).length > 0 || question.passages?.length;
  if (listed) clack.log.message(questionText(question, cut, inside()).trimEnd());
  const standard = lineOf(question, question.default);
  const said = await clack.text({
    message: listed ? 'Your reply (? says why it is asked)' : question.ask,
    placeholder: standard === '' ? howTo(question) : standard,
    validate: (line = '') => {
      if (line.trim() === '?') return question.why;
      if (line.trim() === '<') return undefined;
      const read = replyFromLine(question, line);
      return 'reply' in read ? undefined : `${read.problem}: ${read.hint}`;
    },
  });
  if (clack.isCancel(said)) return 'interrupted';
  const line = (said ?? '').trim();
  if (line === '<') return 'back';
  const read = replyFromLine(question, line);
  return 'reply' in read ? read : { reply: undefined };
}

async function ticked(question: Question & { readonly kind: 'pick' }, cut: Cut): Promise<Said> {
  const { choices, own, least } = question;
  clack.log.info(wrapped(question.why));
  let picked: readonly string[] = [];
  if (choices.length > 0) {
    const said = await clack.multiselect({
      message: question.ask,
      options: [
        ...choices.map((one) => ({
          value: one.id,
          label: labelOf(one, cut),
          ...(one.hint ? { hint: one.hint } : {}),
        })),
        { value: '<', label: 'Go back', hint: 'to the question before' },
      ],
      initialValues: [...question.default.picked],
      required: false,
      maxItems: 12,
    });
    if (clack.isCancel(said)) return 'interrupted';
    if (said.includes('<')) return 'back';
    picked = said;
  }
  if (!own) return { reply: { picked, own: [] } };
  const more = await clack.text({
    message: choices.length > 0 ? 'Anybody else? Names, parted by commas.' : question.ask,
    placeholder: question.default.own.join(', ') || (least > picked.length ? 'a name' : 'nobody'),
  });
  if (clack.isCancel(more)) return 'interrupted';
  const line = (more ?? '').trim();
  if (line === '<') return 'back';
  const names = line === '' || /^(?:none|nobody)$/i.test(line) ? [] : line.split(/[,;]/);
  return { reply: { picked, own: names.map((one) => one.trim()).filter((one) => one !== '') } };
}

function labelOf(choice: Choice, cut: Cut): string {
  if (!isPassage(choice)) return choice.label;
  const wide = Math.max(30, viewOf().width - 30);
  return excerpt(`${choice.label}: ${cut(choice.passages![0]!)}`, true).slice(0, wide);
}

/** What stands beside the line that the prompts draw. */
function inside(): View {
  const view = viewOf();
  return { ...view, width: view.width - 4 };
}

function wrapped(text: string): string {
  const page = pageFor(inside());
  page.para(text);
  return page.text().trimEnd();
}
