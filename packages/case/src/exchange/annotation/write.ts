import { anchorHash, pointText, type Texts } from '../../anchors/verify.ts';
import type { Case, Source, Statement } from '../../case.ts';
import { withheldIn } from '../withheld.ts';
import { context, sourceName, statementName } from './names.ts';

/** Characters of context on each side of a quotation. */
const around = 32;

/**
 * The statements of a case as a page of W3C Web Annotations: where each stands, its gist as what describes it, its kind as a tag, and
 * under `demarche:` what the model has no place for. `texts` are those that lie in the case: only from them passages are quoted, and
 * only where the anchor holds. Withheld statements are left out whole.
 */
export function writeAnnotations(
  found: Case,
  texts: Texts,
): { readonly text: string; readonly withheld: readonly string[] } {
  const { statements: hidden } = withheldIn(found);
  const sources = new Map(found.sources.map((one) => [one.id, one]));
  const cut = new Map(Object.entries(texts).map(([id, text]) => [id, pointText(text)]));
  const items = found.statements
    .filter(({ id }) => !hidden.has(id))
    .map((one) => annotation(one, sources.get(one.in), cut.get(one.in), hidden));
  const page = { '@context': context, type: 'AnnotationPage', items };
  return { text: `${JSON.stringify(page, null, 2)}\n`, withheld: [...hidden] };
}

function annotation(
  one: Statement,
  source: Source | undefined,
  text: ReturnType<typeof pointText> | undefined,
  hidden: ReadonlySet<string>,
) {
  const { id, at, hash, by, holder, via, date, kind, gist, note, about, credibility } = one;
  const disputes = one.disputes.filter((other) => !hidden.has(other));
  const body = [
    ...(gist === undefined
      ? []
      : [{ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: gist }]),
    ...(kind === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value: kind }]),
  ];
  const selector = [
    ...(at ? [{ type: 'TextPositionSelector', start: at.start, end: at.end }] : []),
    ...(at && text && stands(one, text) ? [quotation(at, text)] : []),
  ];
  const own = {
    in: one.in,
    sha256: source?.sha256,
    hash,
    by,
    // As the file has it: what follows from another field is not said again.
    holder: holder === by ? undefined : holder,
    via,
    date: date === source?.published ? undefined : date,
    about: about.length === 0 ? undefined : about,
    disputes: disputes.length === 0 ? undefined : disputes,
    credibility: credibility === 6 ? undefined : credibility,
    note,
  };
  return {
    id: statementName(id),
    type: 'Annotation',
    motivation: gist === undefined ? 'highlighting' : 'describing',
    ...(body.length === 0 ? {} : { body }),
    target: {
      source: source?.url ?? sourceName(one.in),
      ...(selector.length === 0 ? {} : { selector }),
    },
    ...Object.fromEntries(
      Object.entries(own).flatMap(([key, value]) =>
        value === undefined ? [] : [[`demarche:${key}`, value]],
      ),
    ),
  };
}

function stands({ at, hash }: Statement, text: ReturnType<typeof pointText>): boolean {
  return (
    at !== undefined &&
    at.end <= text.length &&
    (hash === undefined || anchorHash(text.slice(at.start, at.end)) === hash)
  );
}

function quotation({ start, end }: NonNullable<Statement['at']>, text: ReturnType<typeof pointText>) {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, Math.min(text.length, end + around)),
  };
}
