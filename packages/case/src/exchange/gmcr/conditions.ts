import type { Report } from '../../report.ts';
import { as, under } from '../json/ask.ts';
import type { Json } from '../json/parse.ts';
import type { Literal, Pattern } from '../pattern.ts';

/**
 * A plain condition, `[[0, "Y"], [2, "N"]]`, as a pattern in the order of state codes. Undefined where it has a mistake, which is
 * reported. GMCR+ reads a condition that names an option twice as one on other options; that is refused.
 */
export function conditionAt(
  json: Json,
  count: number,
  placeOf: (at: number) => number,
  report: Report,
): Pattern | undefined {
  if (json.kind === 'object' && json.entries.some(({ key }) => key === 'members')) {
    report.at(
      { start: json.span.start, end: json.span.start + 1 },
      'import-shape',
      'a compound condition stands where only a plain one can',
      { hint: 'write its members as conditions of their own: what any of them rules out is ruled out' },
    );
    return undefined;
  }
  const list = as(json, 'list', 'a condition', report);
  if (!list) return undefined;
  const literals: Literal[] = [];
  const named = new Set<number>();
  let sound = true;
  for (const item of list.items) {
    const literal = literalAt(item, count, report);
    if (!literal) {
      sound = false;
      continue;
    }
    if (named.has(literal.option)) {
      report.at(item.span, 'import-options', `this condition names option ${literal.option} twice`, {
        hint: 'keep one of the two',
      });
      sound = false;
    }
    named.add(literal.option);
    literals.push({ option: placeOf(literal.option), on: literal.on });
  }
  if (!sound) return undefined;
  return literals.sort((a, b) => a.option - b.option);
}

function literalAt(json: Json, count: number, report: Report): Literal | undefined {
  const pair = as(json, 'list', 'a part of a condition', report);
  if (!pair) return undefined;
  const [option, value] = pair.items;
  if (!option || !value || pair.items.length !== 2) {
    report.at(pair.span, 'import-shape', `a part of a condition has ${pair.items.length} items, not 2`, {
      hint: 'write the place of an option and “Y” or “N”, as in [0, "Y"]',
    });
    return undefined;
  }
  const known =
    option.kind === 'number' &&
    Number.isInteger(option.number) &&
    option.number >= 0 &&
    option.number < count;
  if (!known)
    report.at(option.span, 'import-value', 'an option is named by its place in “options”, counted from 0', {
      hint: `write a whole number from 0 to ${count - 1}`,
    });
  const said = value.kind === 'text' && (value.text === 'Y' || value.text === 'N') ? value.text : undefined;
  if (said === undefined)
    report.at(value.span, 'import-value', 'an option in a condition is taken or not', {
      hint: 'write “Y” or “N”; leave options out that do not matter',
    });
  return known && said !== undefined ? { option: option.number, on: said === 'Y' } : undefined;
}

/** A preference statement: a plain condition, or a compound one, of whose members one must hold. */
export function statementAt(
  json: Json,
  count: number,
  placeOf: (at: number) => number,
  report: Report,
): readonly Pattern[] | undefined {
  if (json.kind !== 'object') {
    const plain = conditionAt(json, count, placeOf, report);
    return plain && [plain];
  }
  const members = under(json, 'members', report);
  if (!members) {
    const { start } = json.span;
    report.at({ start, end: start + 1 }, 'import-shape', 'a compound statement has no “members”', {
      hint: 'add “members”, a list of conditions',
    });
    return undefined;
  }
  const list = as(members, 'list', '“members”', report);
  const patterns = list?.items.map((item) => conditionAt(item, count, placeOf, report));
  return patterns?.every((one) => one !== undefined) ? patterns : undefined;
}
