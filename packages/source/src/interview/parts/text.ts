import { type Asking, askText, askYesNo } from '../ask.ts';
import type { Draft } from '../draft.ts';
import type { Material } from '../material.ts';

/** Who is asked, what it is about, and whether the text may be kept. */
export function* aboutText({ source }: Material, draft: Draft): Asking<void> {
  draft.coder = yield* askText({
    id: 'coder',
    part: 'the text',
    ask: 'Who answers? A name or initials.',
    why: 'Every judgement in the case carries who made it, so that others know whom to ask.',
    default: 'the analyst',
  });
  draft.title = yield* askText({
    id: 'title',
    part: 'the text',
    ask: 'What is it about, in one line?',
    why: 'The line stands above every answer.',
    default: titleOf(source),
  });
  draft.keep = yield* askYesNo({
    id: 'keep',
    part: 'the text',
    ask: 'May a copy of the text lie in the folder of the case? Only if its licence or owner allows it.',
    why: 'With a copy, everybody who gets the folder can check every passage. Without, the case names passages by position and checksum only.',
    default: false,
  });
}

/** What the source calls itself, or a question that fits every conflict. */
export function titleOf({ about }: Material['source']): string {
  return about.title?.slice(0, 120) || 'What will come of it?';
}
