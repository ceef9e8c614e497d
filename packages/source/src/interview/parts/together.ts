import { type Asking, askPick } from '../ask.ts';
import type { Act, Draft } from '../draft.ts';
import { sameName } from '../names-of.ts';
import type { Choice } from '../question.ts';
import { thingsOf } from '../things.ts';
import { idOf } from './could.ts';

const mostPairs = 24;

/** What takes several, what stays done, what comes after what, and what cannot be at the same time. */
export function* together(draft: Draft, ids: Set<string>): Asking<void> {
  yield* agreements(draft, ids);
  const acts = draft.acts!;
  const lasting = yield* askPick({
    id: 'lasting',
    part: 'how it hangs together',
    ask: 'Which of these cannot be undone once they are done?',
    why: 'A bridge that is blown up stays so; a supply that is stopped can go on again. Others reckon with the difference.',
    choices: thingsOf(draft).filter(({ id }) => acts.some((one) => one.id === id)),
  });
  draft.lasting = lasting.picked;
  yield* order(draft);
  yield* contained(draft);
  yield* excluding(draft);
}

/** Acts that take several to agree become one act of all of them. */
function* agreements(draft: Draft, ids: Set<string>): Asking<void> {
  const parties = draft.parties!;
  const { picked } = yield* askPick({
    id: 'together',
    part: 'how it hangs together',
    ask: 'Which of these come about only if others agree, so that nobody can do them alone?',
    why: 'A truce takes two and ends as soon as one breaks it. One that two parties named alike becomes one thing.',
    choices: thingsOf(draft),
  });
  for (const id of picked) {
    // What was named at two parties is one thing once it is shared.
    const act = draft.acts!.find((one) => one.id === id);
    if (!act) continue;
    const others = parties.filter((one) => one.id !== act.by[0]);
    const named = (party: string) =>
      draft.acts!.some((one) => one.by[0] === party && sameName(one.label, act.label));
    const chosen = yield* askPick({
      id: `with:${id}`,
      part: 'how it hangs together',
      ask: `Who must agree to “${act.label}”, beside ${parties.find((one) => one.id === act.by[0])!.name}?`,
      why: 'All of them must take part, and any of them can leave.',
      choices: others.map((one) => ({ id: one.id, label: one.name })),
      least: 1,
      default: others
        .filter((one, _, all) => named(one.id) || all.length === 1)
        .map((one) => one.id)
        .concat(others.some((one) => named(one.id)) || others.length === 1 ? [] : [others[0]!.id]),
    });
    const by = [act.by[0]!, ...chosen.picked];
    const deal: Act = { id: idOf(act.label, 'deal', ids), label: act.label, by };
    draft.acts = draft.acts!.flatMap((one) => {
      if (one.id === id) return [deal];
      return by.includes(one.by[0]!) && one.by.length === 1 && sameName(one.label, act.label) ? [] : [one];
    });
  }
}

function* order(draft: Draft): Asking<void> {
  const things = thingsOf(draft);
  const acts = things.filter(({ id }) => draft.acts!.some((one) => one.id === id));
  const after: Record<string, readonly string[]> = {};
  draft.after = after;
  if (things.length < 2) return;
  const { picked } = yield* askPick({
    id: 'after',
    part: 'how it hangs together',
    ask: 'Which of these can begin only after something else here is so?',
    why: 'No vote before a ceasefire, no repairs before an accord. It need not last afterwards.',
    choices: acts,
  });
  for (const id of picked) {
    const { label } = acts.find((one) => one.id === id)!;
    const first = yield* askPick({
      id: `after:${id}`,
      part: 'how it hangs together',
      ask: `What must be so before this can begin: ${label}? All of it.`,
      why: 'It is looked at when it begins, and not again.',
      choices: things.filter((one) => one.id !== id),
      least: 1,
      default: [things.find((one) => one.id !== id)!.id],
    });
    after[id] = first.picked;
  }
}

/** What an agreement contains cannot be taken back while it stands. */
function* contained(draft: Draft): Asking<void> {
  const bound: Record<string, string[]> = {};
  draft.bound = bound;
  const single = thingsOf(draft).filter(({ id }) =>
    draft.acts!.some((one) => one.id === id && one.by.length === 1 && !draft.lasting!.includes(id)),
  );
  for (const deal of draft.acts!.filter(({ by }) => by.length > 1)) {
    const own = single.filter(({ id }) =>
      draft.acts!.some((one) => one.id === id && deal.by.includes(one.by[0]!)),
    );
    if (own.length === 0) continue;
    const { picked } = yield* askPick({
      id: `bound:${deal.id}`,
      part: 'how it hangs together',
      ask: `Which of these belong to “${deal.label}”, so that nobody can stop them while it stands?`,
      why: 'If each could take its part back alone, everybody would expect it, and the agreement would never come.',
      choices: own,
    });
    for (const id of picked) bound[id] = [...(bound[id] ?? []), deal.id];
  }
}

function* excluding(draft: Draft): Asking<void> {
  draft.apart = [];
  const pairs = pairsOf(draft);
  if (pairs.length === 0) return;
  const { picked } = yield* askPick({
    id: 'apart',
    part: 'how it hangs together',
    ask: 'Which of these pairs cannot be so at the same time?',
    why: 'Only what contradicts itself: to fire and to hold fire. What is merely unwise can still happen.',
    choices: pairs,
  });
  draft.apart = picked.map((id) => id.split('+') as [string, string]);
}

/** Two acts of one party, or an agreement and an act of one of its members. */
function pairsOf(draft: Draft): readonly Choice[] {
  const acts = draft.acts!;
  const label = new Map(thingsOf(draft).map((one) => [one.id, one.label]));
  return acts
    .flatMap((a, k) =>
      acts
        .slice(k + 1)
        .flatMap((b) =>
          a.by.some((party) => b.by.includes(party))
            ? [{ id: `${a.id}+${b.id}`, label: `${label.get(a.id)} — and — ${label.get(b.id)}` }]
            : [],
        ),
    )
    .slice(0, mostPairs);
}
