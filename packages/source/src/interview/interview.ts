import { sharedRun } from '../share-words.ts';
import type { Asked, Asking } from './ask.ts';
import { checkReply } from './check.ts';
import type { Draft } from './draft.ts';
import type { Material } from './material.ts';
import { could } from './parts/could.ts';
import { standing } from './parts/now.ts';
import { parties } from './parts/parties.ts';
import { questions } from './parts/questions.ts';
import { aboutText } from './parts/text.ts';
import { together } from './parts/together.ts';
import { wants } from './parts/wants.ts';
import type { Problem, Question, Reply } from './question.ts';

/** An interview as far as it has come. Plain data: it can be kept as JSON and gone on with. */
export type Interview = {
  /** Version of this form. */
  readonly interview: 1;
  readonly material: Material;
  readonly replies: readonly { readonly to: string; readonly reply: Reply }[];
  /** What was replied before going back, offered when the question comes again. By question. */
  readonly before: Readonly<Record<string, Reply>>;
};

/** An interview about a source, before its first question. */
export function beginInterview(material: Material): Interview {
  return { interview: 1, material, replies: [], before: {} };
}

/** All questions, one after the other. What each reply settles goes into the draft. */
function* course(material: Material, draft: Draft): Asking<void> {
  const ids = new Set<string>();
  yield* aboutText(material, draft);
  yield* parties(material, draft, ids);
  yield* could(material, draft, ids);
  yield* together(draft, ids);
  yield* standing(draft);
  yield* wants(material, draft);
  yield* questions(draft);
}

/** The replies so far gone through once more: what they settle, and what comes next. */
export function replay({ material, replies }: Pick<Interview, 'material' | 'replies'>): {
  readonly draft: Draft;
  /** Undefined when everything was asked. */
  readonly next: Asked | undefined;
  /** How many replies fit their questions: from the first that does not, none counts. */
  readonly fitting: number;
} {
  const draft: Draft = { views: [] };
  const asking = course(material, draft);
  let step = asking.next();
  for (const [at, { to, reply }] of replies.entries()) {
    if (step.done) return { draft, next: undefined, fitting: at };
    const checked = checkedBy(step.value, reply);
    if (step.value.question.id !== to || 'problem' in checked)
      return { draft, next: step.value, fitting: at };
    step = asking.next(checked.reply);
  }
  return { draft, next: step.done ? undefined : step.value, fitting: replies.length };
}

/** The next question, or undefined when everything was asked. A reply that was taken back is its default. */
export function questionOf(interview: Interview): Question | undefined {
  const { next } = replay(interview);
  if (!next) return undefined;
  const { question } = next;
  const before = Object.hasOwn(interview.before, question.id) ? interview.before[question.id] : undefined;
  if (before === undefined) return question;
  const checked = checkedBy(next, before);
  return 'problem' in checked ? question : ({ ...question, default: checked.reply } as Question);
}

/**
 * The interview with one reply more, or what is wrong with the reply. With the text, what is said in one's own words must be in one's
 * own words, unless the text may be kept.
 */
export function answer(
  interview: Interview,
  reply: unknown,
  text?: string,
): { readonly interview: Interview } | Problem {
  const { draft, next } = replay(interview);
  if (!next) return { problem: 'everything was asked', hint: 'go back to change a reply' };
  const { question } = next;
  const checked = checkedBy(next, reply);
  if ('problem' in checked) return checked;
  if (question.kind === 'each' && text !== undefined && !draft.keep) {
    const copied = (checked.reply as readonly string[]).map((said) => sharedRun(said, text)).find(Boolean);
    if (copied)
      return {
        problem: `six words in a row stand in the text: “${copied}”`,
        hint: 'say it in your own words: the text may not be yours to pass on',
      };
  }
  const before = { ...interview.before };
  delete before[question.id];
  return {
    interview: {
      ...interview,
      replies: [...interview.replies, { to: question.id, reply: checked.reply }],
      before,
    },
  };
}

/** One question back; at the first, the same. The reply is offered again. */
export function back(interview: Interview): Interview {
  const last = interview.replies.at(-1);
  if (!last) return interview;
  return {
    ...interview,
    replies: interview.replies.slice(0, -1),
    before: { ...interview.before, [last.to]: last.reply },
  };
}

function checkedBy({ question, refuse }: Asked, reply: unknown): { readonly reply: Reply } | Problem {
  const checked = checkReply(question, reply);
  return 'problem' in checked ? checked : (refuse?.(checked.reply) ?? checked);
}
