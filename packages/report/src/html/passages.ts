import { anchorHash, type Case, pointText, type Statement } from '@demarche/case';

/** Texts that lie in the case itself, by source id: only from these are passages printed. */
export type OwnTexts = Readonly<Record<string, string>>;

/** The words at the places of statements, by statement id. */
export type Passages = Readonly<Record<string, string>>;

/**
 * What may be quoted: from a text that the case names and that is at hand, the words that were hashed, unless they are withheld
 * or run into words that are.
 */
export function passagesOf(found: Case, texts: OwnTexts): Passages {
  const passages: Record<string, string> = Object.create(null);
  for (const source of found.sources) {
    const text = Object.hasOwn(texts, source.id) ? texts[source.id] : undefined;
    if (text === undefined || source.text === undefined || source.withhold) continue;
    const points = pointText(text);
    for (const one of found.statements) {
      if (one.in !== source.id || one.at === undefined || runsIntoWithheld(found, one)) continue;
      const passage = points.slice(one.at.start, one.at.end);
      if (one.hash === undefined || anchorHash(passage) === one.hash) passages[one.id] = passage;
    }
  }
  return passages;
}

/** Where a withheld statement names no place, any passage of its source might be it. */
function runsIntoWithheld(found: Case, { in: source, at }: Statement): boolean {
  return found.statements.some(
    (other) =>
      other.withhold &&
      other.in === source &&
      (other.at === undefined || (other.at.start < at!.end && at!.start < other.at.end)),
  );
}
