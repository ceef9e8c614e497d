import type { Case } from '@demarche/case';
import { quoted } from '../words/index.ts';
import { pageFor, type View } from './layout.ts';

/** `demarche import`: what came of a file, and what to do with it. `file`: where it was written. */
export function importText(found: Case, states: number | undefined, view: View, file: string): string {
  const page = pageFor(view);
  page.title(found.title);
  page.para(
    `${count(found.actors.length, 'actor')}, ${count(found.options.length, 'option')}, ${states === undefined ? 'too many states to list' : count(states, 'feasible state')}.`,
  );
  page.blank();
  found.actors.forEach((actor, i) => {
    const own = found.options.filter(({ owners }) => owners.includes(i));
    page.item(`${quoted(actor.name)}: ${own.map(({ name }) => name).join('; ') || 'no option'}`, actor.id);
  });
  page.blank();
  page.para(`Wrote ${file}.`);
  const place = file.replace(/(?:^|[\\/])case\.yaml$/, '') || '.';
  page.para(`Next: demarche solve ${/\s/.test(place) ? `"${place}"` : place}`);
  page.para(
    'It says neither where things stand nor what to ask: add `now` and `questions` and demarche answer works too.',
  );
  return page.text();
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
