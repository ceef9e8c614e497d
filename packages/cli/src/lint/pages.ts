import type { CodePage } from '@demarche/case';

/** Diagnostics that need the answers, beside the closed list of those that need the file only. */
export const answerCodes = {
  'same-answer': {
    severity: 'warning',
    title: 'A question whose answer is always the same',
    explanation:
      'Under every reading, in every scenario, however far ahead the parties look, this question has one answer: nothing that people disagree about in this case bears on it. That may be a finding, or the sign of an `impossible` or a gate that decides it beforehand.',
    hint: 'look at what the question mentions: can it come about, and does anybody care?',
  },
  'unlocked-deal': {
    severity: 'warning',
    title: 'A deal that fails because a part of it would be taken back',
    explanation:
      'The question is never answered by yes, every joint move that would bring it about fails, and it fails because a party would take its part back at once. What a deal contains is mostly bound by the deal: a lock under `binds` says so. Without one the deal never comes, because everybody sees that the part would be taken back.',
    hint: 'if the deal binds that part, say so: `binds: { option: the deal }`',
  },
} satisfies Record<string, CodePage>;
