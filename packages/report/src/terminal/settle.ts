import type { Reason, Settlement } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import type { Concept } from '@demarche/engine';
import {
  actorName,
  changeWords,
  conceptName,
  conceptWords,
  profileWords,
  stateLetters,
  stateWords,
} from '../words/index.ts';
import { type About, closing } from './about.ts';
import { pageFor, type View } from './layout.ts';

export type SettleView = About & {
  readonly full?: boolean;
  /** Most states listed; all with `full`. */
  readonly most?: number;
  /** The concept that `reasons` are given for. */
  readonly concept?: Concept;
  /** Why states are stable or not, by code, with `full`. */
  readonly reasons?: (code: number) => readonly Reason[] | undefined;
};

/** `demarche solve`: which readings were taken, and which states are equilibria under which concept. */
export function settleText(found: Case, result: Settlement, view: View, about: SettleView): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(`Taken: ${profileWords(found, result.profile, result.scenario)}.`);
  const rest = new Map<number, string[]>();
  for (const concept of result.concepts)
    for (const code of result.equilibria[concept] ?? []) rest.set(code, [...(rest.get(code) ?? []), concept]);
  // What is stable under most concepts is what can be relied on most.
  const states = [...rest.keys()].sort((a, b) => rest.get(b)!.length - rest.get(a)!.length || a - b);
  page.blank();
  page.para(
    states.length === 0
      ? `None of the ${result.feasible.length} feasible states is an equilibrium under any concept asked for, with these readings.`
      : `${states.length} of the ${result.feasible.length} feasible states ${states.length === 1 ? 'is an equilibrium' : 'are equilibria'} with these readings:`,
  );
  const most = about.full ? states.length : (about.most ?? 12);
  if (states.length > 0) {
    page.blank();
    page.table(
      [
        ['state', ...(found.graph ? [] : ['options']), ...result.concepts, 'in words'],
        ...states
          .slice(0, most)
          .map((code) => [
            String(code),
            ...(found.graph ? [] : [stateLetters(found, code)]),
            ...result.concepts.map((concept) => (rest.get(code)!.includes(concept) ? 'Y' : 'N')),
            stateWords(found, code),
          ]),
      ],
      { header: true },
    );
    if (states.length > most) page.dim(`and ${states.length - most} more: see --full.`, 2);
  }
  if (!found.graph) {
    page.blank();
    page.dim('Options, in the order of their letters:');
    found.options.forEach((option, k) => {
      page.item(`${option.name} (${option.id})`, `${k + 1}.`, 2);
    });
  }
  page.blank();
  for (const concept of result.concepts)
    page.dim(`${concept}: ${conceptName[concept]}; ${conceptWords[concept]}.`);
  if (about.full && about.reasons) {
    for (const code of states.filter((one) => rest.get(one)!.includes(about.concept ?? ''))) {
      page.heading(`Why ${code} holds (${about.concept}): ${stateWords(found, code)}`);
      for (const reason of about.reasons(code) ?? []) {
        const name = actorName(found, reason.actor);
        if (reason.improvements.length === 0) page.item(`${name} has nothing better to move to.`);
        for (const { to, deterred, sanction } of reason.improvements) {
          let from = to;
          const answers = sanction.map((step) => {
            const words = `${actorName(found, step.actor)} ${changeWords(found, from, step.to)}`;
            from = step.to;
            return words;
          });
          page.item(
            deterred
              ? `${name} would gain if it ${changeWords(found, code, to)}, but ${answers.join(', then ') || 'others can answer'}.`
              : `${name} gains if it ${changeWords(found, code, to)}, and nothing deters it.`,
          );
        }
      }
    }
  }
  closing(page, found, about);
  return page.text();
}
