import type { Choice, Problem, Question, Reply } from './question.ts';
import { wishesFrom, wishText } from './wish-words.ts';

/**
 * A reply in one line of text: numbers of what is listed and names, parted by commas; short texts parted by semicolons; `yes` or `no`.
 * An empty line takes the default, `none` nothing at all.
 */
export function replyFromLine(question: Question, line: string): { readonly reply: Reply } | Problem {
  const said = line.trim();
  if (said === '') return { reply: question.default };
  switch (question.kind) {
    case 'text':
      return { reply: said };
    case 'yes-no': {
      if (/^(?:y|yes)$/i.test(said)) return { reply: true };
      if (/^(?:n|no)$/i.test(said)) return { reply: false };
      return { problem: `“${said.slice(0, 40)}” is neither yes nor no`, hint: 'reply yes or no' };
    }
    case 'lines':
      return { reply: none(said) ? [] : said.split(';').map((one) => one.trim()) };
    case 'each':
      return { reply: none(said) ? [] : said.split(';').map((one) => one.trim()) };
    case 'pick':
      return picked(question, said);
    case 'order': {
      const wishes = none(said) ? [] : wishesFrom(said, question.choices);
      return 'problem' in wishes ? wishes : { reply: wishes };
    }
  }
}

/** A reply as such a line. */
export function lineOf(question: Question, reply: Reply): string {
  switch (question.kind) {
    case 'text':
      return reply as string;
    case 'yes-no':
      return reply ? 'yes' : 'no';
    case 'lines':
    case 'each':
      return (reply as readonly string[]).join('; ');
    case 'pick': {
      const { picked: ids, own } = reply as { picked: readonly string[]; own: readonly string[] };
      return [...ids.map((id) => numberOf(question.choices, id)), ...own].join(', ');
    }
    case 'order':
      return (reply as Parameters<typeof wishText>[0][])
        .map((wish) => wishText(wish, question.choices))
        .join(', ');
  }
}

function picked(question: Question & { readonly kind: 'pick' }, said: string): { reply: Reply } | Problem {
  const { choices, own } = question;
  const ids: string[] = [];
  const names: string[] = [];
  for (const piece of none(said) ? [] : said.split(/[,;]/)) {
    const one = piece.trim();
    if (one === '') continue;
    if (/^\d{1,4}$/.test(one)) {
      const choice = choices[Number(one) - 1];
      if (!choice)
        return {
          problem: `there is no number ${one}`,
          hint: choices.length === 0 ? 'nothing is listed' : `the numbers go from 1 to ${choices.length}`,
        };
      ids.push(choice.id);
      continue;
    }
    const same = choices.find(({ label }) => label.toLowerCase() === one.toLowerCase());
    if (same) ids.push(same.id);
    else if (own) names.push(one);
    else
      return {
        problem: `“${one.slice(0, 40)}” is not among what is listed`,
        hint: `reply with numbers from 1 to ${choices.length}, parted by commas, or none`,
      };
  }
  return { reply: { picked: ids, own: names } };
}

function numberOf(choices: readonly Choice[], id: string): string {
  return String(1 + choices.findIndex((one) => one.id === id));
}

const none = (said: string) => /^(?:none|nobody|nothing|-)$/i.test(said);
