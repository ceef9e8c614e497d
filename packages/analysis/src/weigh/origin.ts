import type { Case, Evidence } from '@demarche/case';

/**
 * The group that an item counts in: the one it names; else the speaker within a source; else the statement. An item that is
 * independent, or no statement at all, is a group of its own.
 */
export function originOf(found: Case, item: Evidence, position: number): { key: string; name: string } {
  if (item.group !== undefined) return { key: `group ${item.group}`, name: item.group };
  const alone = { key: `item ${position}`, name: item.id };
  if (item.independent || item.source.kind !== 'statement') return alone;
  const { statement: id } = item.source;
  const statement = found.statements.find((one) => one.id === id);
  if (statement?.by === undefined) return { key: `statement ${id}`, name: id };
  return { key: `speaker ${statement.in} ${statement.by}`, name: `${statement.by} (${statement.in})` };
}

/**
 * Whether an item is the actor's own word about what it wants: an aim held by the actor, told by itself or by somebody in its
 * name, not by another actor. The speaker may be a person of the actor, whose name the case need not know: then it speaks for
 * itself, and the statement is about the actor.
 */
export function isOwnAim(found: Case, item: Evidence): boolean {
  if (item.source.kind !== 'statement') return false;
  const { statement: id } = item.source;
  const statement = found.statements.find((one) => one.id === id);
  if (statement?.kind !== 'aim') return false;
  const speaker = actorNamed(found, statement.by);
  const holder = statement.holder === undefined ? speaker : actorNamed(found, statement.holder);
  if (speaker >= 0 && speaker !== item.actor) return false;
  if (holder >= 0) return holder === item.actor;
  const itself = statement.holder === undefined || statement.holder === statement.by;
  return itself && statement.by !== undefined && statement.about.includes(found.actors[item.actor]!.id);
}

function actorNamed(found: Case, name: string | undefined): number {
  const said = name?.toLowerCase();
  return found.actors.findIndex((one) => one.id.toLowerCase() === said || one.name.toLowerCase() === said);
}
