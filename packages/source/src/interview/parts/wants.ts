import { type Asking, askEach, askOrder, askPick } from '../ask.ts';
import type { Draft, Party, View } from '../draft.ts';
import type { Material } from '../material.ts';
import { belongsTo, passagesOf, sameName, toldOf } from '../names-of.ts';
import type { Choice, Wish } from '../question.ts';
import { thingsOf } from '../things.ts';

const mostWishes = 8;
const mostViews = 4;

/** What each party wants most, who sees that, and who sees it otherwise. */
export function* wants(material: Material, draft: Draft): Asking<void> {
  for (const party of draft.parties!) {
    for (let k = 0; k < mostViews; k++) {
      let holders: readonly string[] = [];
      if (k > 0) {
        holders = yield* doubters(material, draft, party, k);
        if (holders.length === 0) break;
      }
      const wishes = yield* wishesOf(material, draft, party, holders, k);
      const grounds = wishes.length === 0 ? [] : yield* shown(material, party, holders, k);
      if (k === 0 && wishes.length > 0) holders = yield* first(material, draft, party);
      draft.views = [...draft.views, { party: party.id, holders, wishes, grounds }];
    }
  }
}

function* wishesOf(
  material: Material,
  draft: Draft,
  party: Party,
  holders: readonly string[],
  k: number,
): Asking<readonly Wish[]> {
  const before = draft.views.filter((one) => one.party === party.id);
  return yield* askOrder(
    {
      id: `wants:${party.id}:${k}`,
      part: 'what matters to each',
      ask:
        k === 0
          ? `What matters most to ${party.name}? Numbers, the most important first; “not” for what is not to happen.`
          : `What matters most to ${party.name} in the eyes of ${list(holders)}?`,
      why: 'The first counts more than all others together. Name fears too, and what others do. Empty if nobody knows: then every end is alike, and the case says so.',
      passages: toldOf(material, party),
      choices: thingsOf(draft),
      most: mostWishes,
    },
    (wishes) => {
      const same = before.find((view) => JSON.stringify(view.wishes) === JSON.stringify(wishes));
      return same && k > 0
        ? {
            problem:
              wishes.length === 0
                ? 'a view that says nothing is no other view'
                : 'this is what was said before, in the same order',
            hint: 'say in what it differs, or go back and name nobody who sees it otherwise',
          }
        : k > 0 && wishes.length === 0
          ? { problem: 'another view needs at least one wish', hint: 'or go back and name nobody' }
          : undefined;
    },
  );
}

/** The passages on which a view rests, and what they say. */
function* shown(
  material: Material,
  party: Party,
  holders: readonly string[],
  k: number,
): Asking<View['grounds']> {
  const choices = passagesOf(material, party);
  if (choices.length === 0) return [];
  const { picked } = yield* askPick({
    id: `shows:${party.id}:${k}`,
    part: 'what matters to each',
    ask: `Which passages show that this matters to ${party.name}${k === 0 ? '' : ` in the eyes of ${list(holders)}`}?`,
    why: 'They are kept by position and checksum. What no passage shows rests on your word, and the case says so.',
    choices,
  });
  if (picked.length === 0) return [];
  const rows = picked.map((id) => choices.find((one) => one.id === id)!);
  const gists = yield* askEach({
    id: `gists:${party.id}:${k}`,
    part: 'what matters to each',
    ask: 'What does each of them say, in your own words? May stay empty.',
    why: 'Readers of the case may not have the text. Your words are yours to pass on; the text’s may not be.',
    of: rows,
  });
  return rows.map(({ id }, j) => ({ passage: Number(id.slice(1)), gist: gists[j]! }));
}

/** Who holds the first view: somebody else than the party, perhaps. */
function* first(material: Material, draft: Draft, party: Party): Asking<readonly string[]> {
  const { picked, own } = yield* askPick({
    id: `holds:${party.id}`,
    part: 'what matters to each',
    ask: `Who says that this is what matters to ${party.name}?`,
    why: 'A view is somebody’s. If nobody in the text says it, name yourself.',
    choices: peopleFor(material, draft, party, [party.name]),
    own: true,
    least: 1,
    most: 6,
    default: [party.name],
  });
  return [...picked, ...own];
}

function* doubters(material: Material, draft: Draft, party: Party, k: number): Asking<readonly string[]> {
  const before = draft.views.filter((one) => one.party === party.id).flatMap(({ holders }) => holders);
  const choices = peopleFor(material, draft, party, []).filter(
    ({ label }) => !before.some((one) => sameName(one, label)),
  );
  const { picked, own } = yield* askPick({
    id: `doubted:${party.id}:${k}`,
    part: 'what matters to each',
    ask:
      k === 1
        ? `Does anybody say that something else matters more to ${party.name}? Choose or name them; empty for nobody.`
        : `And does anybody see ${party.name} in yet another way?`,
    why: 'Where people disagree about a party, the case holds every view, and the answer says what hangs on it.',
    choices,
    own: true,
    most: 6,
  });
  return [...picked, ...own];
}

/** The party itself, the other parties, and whoever speaks in the source; those that speak of the party first. */
function peopleFor(
  material: Material,
  draft: Draft,
  party: Party,
  lead: readonly string[],
): readonly Choice[] {
  const about = (name: string) =>
    material.passages
      .filter((one) => one.by === name && one.about.some((other) => belongsTo(material, party, other)))
      .map(({ start, end }) => ({ start, end }));
  const speakers = material.names
    .filter(({ name, speaks }) => speaks > 0 && !belongsTo(material, party, name))
    .map(({ name }) => name)
    .sort((a, b) => about(b).length - about(a).length);
  const others = draft.parties!.filter((one) => one.id !== party.id).map(({ name }) => name);
  const names = [...lead, ...others, ...speakers].filter(
    (name, k, all) => all.findIndex((one) => sameName(one, name)) === k,
  );
  return names.slice(0, 12).map((name) => {
    const said = about(name);
    return {
      id: name,
      label: name,
      ...(said.length === 0
        ? {}
        : {
            hint: `speaks of it in ${said.length} passage${said.length === 1 ? '' : 's'}`,
            passages: said.slice(0, 3),
          }),
    };
  });
}

function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
