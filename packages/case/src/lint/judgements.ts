import type { Case, Evidence, Likelihood, Statement } from '../case.ts';
import type { Report } from '../report.ts';

/** Actors that can act and are given one reading only: the case does not ask what they want. */
export function lintActors(found: Case, report: Report): void {
  found.actors.forEach(({ id }, actor) => {
    const acts =
      found.options.some(({ owners }) => owners.includes(actor)) ||
      Object.keys(found.graph?.moves[actor] ?? {}).length > 0;
    if (!acts || found.readings[actor]!.length !== 1) return;
    report.add(
      'unquestioned-actor',
      ['readings', id],
      `what “${id}” wants is not questioned in this case: it has one reading`,
      { key: true },
    );
  });
}

/** An actor's words about itself cost nothing; where they separate its readings sharply, the case is to say why. */
export function lintOwnWords(found: Case, report: Report): void {
  const statements = new Map(found.statements.map((one) => [one.id, one]));
  found.evidence.forEach((item, k) => {
    const statement = item.source.kind === 'statement' ? statements.get(item.source.statement) : undefined;
    if (!statement || item.note !== undefined || !ownWords(found, item, statement)) return;
    const middles = Object.values(item.likelihood).flatMap(middle);
    const [least, most] = [Math.min(...middles), Math.max(...middles)];
    if (middles.length < 2 || most <= 3 * least) return;
    const ratio = least === 0 ? 'without bound' : `by ${(most / least).toFixed(1)} to 1`;
    const message = `the actor's own words about itself separate its readings ${ratio}, and no \`note\` says why`;
    report.add('own-words', ['evidence', k, 'likelihood'], message, { key: true });
  });
}

function ownWords(found: Case, item: Evidence, statement: Statement): boolean {
  const { id, name } = found.actors[item.actor]!;
  if (!statement.about.includes(id)) return false;
  const isIt = (who: string | undefined) =>
    who !== undefined && [id, name].some((one) => one.toLowerCase() === who.toLowerCase());
  if (isIt(statement.by)) return true;
  // An aim that its holder states for itself: the speaker is a person of the actor, whose name the case need not know.
  return statement.kind === 'aim' && statement.by !== undefined && statement.holder === statement.by;
}

function middle(likelihood: Likelihood): number[] {
  return likelihood === 'NA' ? [] : [(likelihood.low + likelihood.high) / 2];
}
