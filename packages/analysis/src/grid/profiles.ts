import type { Case } from '@demarche/case';
import type { Profile } from '../answer/result.ts';

/** The first reading of every actor. */
export function firstProfile(found: Case, reading: Readonly<Record<string, string>> = {}): Profile {
  return Object.fromEntries(
    found.actors.map((actor, i) => [actor.id, reading[actor.id] ?? found.readings[i]![0]!.id]),
  );
}

/** All profiles, the last actor's readings changing fastest; `reading` holds some actors to one reading. */
export function profilesOf(found: Case, reading: Readonly<Record<string, string>> = {}): readonly Profile[] {
  let profiles: Record<string, string>[] = [{}];
  found.actors.forEach((actor, i) => {
    const held = reading[actor.id];
    const ids = held === undefined ? found.readings[i]!.map((one) => one.id) : [held];
    profiles = profiles.flatMap((profile) => ids.map((id) => ({ ...profile, [actor.id]: id })));
  });
  return profiles;
}
