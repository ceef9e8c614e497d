import type { Case } from '@demarche/case';
import { screens } from '../screens/screens.ts';

/** Something that can be found: where it leads, or what it does. */
export type Entry = {
  readonly kind: string;
  readonly words: string;
  readonly keys?: string;
  readonly go: () => void;
};

const to = (place: string) => () => {
  location.hash = place;
};

/** Everything of the case that has a place on a screen, after the screens themselves. */
export function entriesOf(found: Case | undefined): readonly Entry[] {
  const places: Entry[] = screens.map(({ id, title, key }) => ({
    kind: 'Screen',
    words: title,
    keys: `g ${key}`,
    go: to(id),
  }));
  if (!found) return places;
  const at = (kind: string, place: string, words: string): Entry => ({ kind, words, go: to(place) });
  return [
    ...places,
    ...found.questions.map(({ id, ask }) => at('Question', `answers/${encodeURIComponent(id)}`, ask)),
    ...found.actors.map(({ name }) => at('Actor', 'model/actors', name)),
    ...found.options.map(({ name }) => at('Option', 'model/actors', name)),
    ...found.actors.flatMap(({ name }, i) =>
      found.readings[i]!.map(({ label }) => at('Reading', 'model/readings', `${name}: ${label}`)),
    ),
    ...found.statements.map(({ id, by, gist }) =>
      at('Statement', `source/${encodeURIComponent(id)}`, [id, by, gist].filter(Boolean).join(' ')),
    ),
  ];
}

/** Entries that hold every word that was written, in any order; those that begin with it first. */
export function matching(entries: readonly Entry[], written: string): readonly Entry[] {
  const words = written.toLowerCase().split(/\s+/).filter(Boolean);
  const text = ({ kind, words: own }: Entry) => `${own} ${kind}`.toLowerCase();
  const held = entries.filter((entry) => words.every((word) => text(entry).includes(word)));
  const begins = (entry: Entry) => words.length > 0 && text(entry).startsWith(words[0]!);
  return [...held.filter(begins), ...held.filter((entry) => !begins(entry))];
}
