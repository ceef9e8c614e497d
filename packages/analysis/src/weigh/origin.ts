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
 * Whether an item is an aim that the actor states for itself. The speaker may be a person of the actor, whose name the case need
 * not know; then the statement is about the actor, the speaker is also the holder, and is no other actor of the case.
 */
export function isOwnAim(found: Case, item: Evidence): boolean {
  if (item.source.kind !== 'statement') return false;
  const { statement: id } = item.source;
  const statement = found.statements.find((one) => one.id === id);
  if (statement?.kind !== 'aim') return false;
  const holder = statement.holder ?? statement.by;
  if (holder === undefined || (statement.by ?? holder) !== holder) return false;
  const named = found.actors.findIndex((one) =>
    [one.id, one.name].some((name) => name.toLowerCase() === holder.toLowerCase()),
  );
  if (named >= 0) return named === item.actor;
  return statement.about.includes(found.actors[item.actor]!.id);
}
