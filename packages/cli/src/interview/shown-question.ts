import { pointText } from '@demarche/case';
import { pageFor, type View } from '@demarche/report/terminal';
import { type Choice, lineOf, type Question } from '@demarche/source';
import { excerpt, shown } from '../excerpt.ts';

/** How a range of the source is shown: its words where they are at hand, else its offsets alone. */
export type Cut = (range: { readonly start: number; readonly end: number }) => string;

export function cutOf(text: string | undefined): Cut {
  const points = text === undefined ? undefined : pointText(text);
  return ({ start, end }) =>
    points ? `“${excerpt(points.slice(start, end), false)}” ${start}..${end}` : `${start}..${end}`;
}

/** What the question lists, numbered from 1. */
export function listedOf(question: Question): readonly Choice[] {
  if (question.kind === 'pick' || question.kind === 'order') return question.choices;
  return question.kind === 'each' ? question.of : [];
}

/** A question as lines of text: what is asked, what the source says, what is listed, how to reply. */
export function questionText(question: Question, cut: Cut, view: View): string {
  const page = pageFor(view);
  page.para(view.paint('strong', shown(question.ask)));
  if (question.passages?.length) {
    page.dim('The text, of it:', 2);
    for (const one of question.passages)
      page.item(`${one.by ? `${shown(one.by)}: ` : ''}${cut(one)}`, '·', 2);
  }
  listedOf(question).forEach((choice, k) => {
    const hint = choice.hint === undefined ? '' : ` (${shown(choice.hint)})`;
    const passage = isPassage(choice) ? `: ${cut(choice.passages![0]!)}` : '';
    page.item(`${shown(choice.label)}${hint}${passage}`, String(k + 1).padStart(2), 1);
  });
  page.dim(howTo(question));
  return page.text();
}

/** A choice that is a passage, not one that has passages. */
export function isPassage({ id, passages }: Choice): boolean {
  return /^p\d+$/.test(id) && passages?.length === 1;
}

export function howTo(question: Question): string {
  const line = shown(lineOf(question, question.default));
  const standard = line === '' ? 'nothing' : line;
  switch (question.kind) {
    case 'text':
      return `[${standard}]`;
    case 'yes-no':
      return `yes or no [${standard}]`;
    case 'lines':
      return `Each after a semicolon, at most ${question.most} [${standard}]`;
    case 'each':
      return `One for each, parted by semicolons [${standard}]`;
    case 'pick':
      return `Numbers${question.own ? ' or names' : ''}, parted by commas [${standard}]`;
    case 'order':
      return `As in: 2, not 1, 3 and not 4, 2 if 5 [${standard}]`;
  }
}
