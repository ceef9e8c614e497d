import { idFor } from '@demarche/case';
import { type Asking, askPick } from '../ask.ts';
import type { Draft, Party } from '../draft.ts';
import type { FoundName, Material } from '../material.ts';
import { foundName, sameName } from '../names-of.ts';
import type { Choice } from '../question.ts';

export const mostParties = 6;
const listed = 12;

/** Who can do something, and who speaks for whom. */
export function* parties(material: Material, draft: Draft, ids: Set<string>): Asking<void> {
  const { names } = material;
  const choices = names.slice(0, listed).map((one) => choiceOf(one, inWords(one)));
  const { picked, own } = yield* askPick({
    id: 'parties',
    part: 'who acts',
    ask: 'Who can do something that changes how this goes on? Choose two to six, or name others.',
    why: 'Only who can act has a say in how it ends. Whoever merely speaks about it comes later; a body and who speaks for it count once.',
    choices,
    own: true,
    least: 2,
    most: mostParties,
    default: likely(names).map(({ name }) => name),
  });
  const made: Party[] = [...picked, ...own].map((name) => ({
    id: idFor(name, 'party', ids),
    name,
    voices: [],
  }));
  draft.parties = made;
  const left = () =>
    names.filter(
      ({ name, speaks }) =>
        speaks > 0 && !draft.parties!.some((one) => sameName(one.name, name) || one.voices.includes(name)),
    );
  for (const party of made) {
    const speakers = left().slice(0, listed);
    if (speakers.length === 0) return;
    const { picked: voices } = yield* askPick({
      id: `voices:${party.id}`,
      part: 'who acts',
      ask: `Who of these speaks for ${party.name}? Leave out who only speaks about it.`,
      why: 'Words of a spokesman are the party’s own words; words of others about it are another view.',
      choices: speakers.map((one) => choiceOf(one, `speaks ${times(one.speaks)}`)),
      default: speakers.filter((one) => tied(material, party, one)).map(({ name }) => name),
    });
    draft.parties = draft.parties!.map((one) => (one.id === party.id ? { ...one, voices } : one));
  }
}

function choiceOf({ name, role, at }: FoundName, words: string): Choice {
  return { id: name, label: name, hint: role === undefined ? words : `${role}; ${words}`, passages: at };
}

function inWords({ acts, speaks, mentions }: FoundName): string {
  const said = [acts > 0 ? `acts ${times(acts)}` : '', speaks > 0 ? `speaks ${times(speaks)}` : ''];
  return said.filter((one) => one !== '').join(', ') || `named ${times(mentions)}`;
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

/** The two that act most, without the second of two that share a word (“Korea”, “Korean”). */
export function likely(names: readonly FoundName[]): readonly FoundName[] {
  const ranked = [...names].sort((a, b) => b.acts - a.acts || names.indexOf(a) - names.indexOf(b));
  const first = ranked[0];
  const second = ranked.find((one) => one !== first && first && !alike(one.name, first.name));
  return [first, second].filter((one) => one !== undefined);
}

function alike(a: string, b: string): boolean {
  const [short, long] = [a, b].map((one) => one.toLowerCase()).sort((x, y) => x.length - y.length);
  return long!.startsWith(short!);
}

/** Whether the source says that somebody belongs to a party. */
function tied(material: Material, party: Party, { affiliations, role }: FoundName): boolean {
  const own = foundName(material, party.name);
  const called = [party.name, ...(own ? [own.name, ...own.aliases] : [])];
  return called.some(
    (name) =>
      affiliations.some((one) => sameName(one, name)) || role?.toLowerCase().includes(name.toLowerCase()),
  );
}
