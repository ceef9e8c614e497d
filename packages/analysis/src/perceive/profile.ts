import type { Case } from '@demarche/case';
import type { Profile } from '../answer/result.ts';

/** What an actor takes everybody to want: its own reading, its beliefs of the others, and where it has none their true reading. */
export function perceivedProfile(found: Case, profile: Profile, actor: number): Profile {
  return withBeliefs(found, profile, ({ holder, of }) => holder === actor && of === undefined);
}

/** What `actor` takes `of` to take everybody to want: second-level beliefs on top of what `actor` itself believes. */
export function secondLevelProfile(found: Case, profile: Profile, actor: number, of: number): Profile {
  const own = perceivedProfile(found, profile, actor);
  return withBeliefs(found, own, (belief) => belief.holder === actor && belief.of === of);
}

function withBeliefs(
  found: Case,
  profile: Profile,
  counts: (belief: Case['beliefs'][number]) => boolean,
): Profile {
  const believed = found.beliefs
    .filter(counts)
    .map(({ about, reading }) => [found.actors[about]!.id, reading] as const);
  return { ...profile, ...Object.fromEntries(believed) };
}
