import type { Perceived } from '@demarche/analysis';
import type { Case } from '@demarche/case';
import { actorName, listed, quoted, readingLabel } from './names.ts';

/** Who reads whom otherwise than here, takes others to, or does not see something: one sentence each. */
export function otherwiseWords(found: Case, { asTrue, expects }: Perceived): readonly string[] {
  const as = (actor: string, reading: string) =>
    `${actorName(found, actor)} as ${quoted(readingLabel(found, actor, reading))}`;
  return expects.flatMap(({ actor, profile, second, unaware, unperceived }) => {
    const who = actorName(found, actor);
    const differing = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
      found.actors.map(({ id }) => id).filter((id) => one[id] !== other[id]);
    return [
      ...differing(profile, asTrue.profile).map(
        (id) =>
          `${who} reads ${as(id, profile[id]!)}, where here it is ${quoted(readingLabel(found, id, asTrue.profile[id]!))}.`,
      ),
      ...second.flatMap(({ of, profile: theirs }) =>
        differing(theirs, profile).map(
          (id) => `${who} takes ${actorName(found, of)} to read ${as(id, theirs[id]!)}.`,
        ),
      ),
      ...(unaware.length > 0
        ? [
            `${who} does not see that ${listed(
              unaware.map((id) => optionWords(found, id)),
              'or',
            )} can change.`,
          ]
        : []),
      ...unperceived.map((text) => `${who} does not reckon with ${quoted(text)}.`),
    ];
  });
}

/** `Russia’s “Interfere”`: an option with whose it is. */
function optionWords(found: Case, id: string): string {
  const option = found.options.find((one) => one.id === id)!;
  return `${quoted(option.name)} (${listed(option.owners.map((owner) => actorName(found, owner)))})`;
}
