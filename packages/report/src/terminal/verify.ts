import type { ReportRecord } from '../record/record.ts';
import type { Verified } from '../record/verify.ts';
import { pageFor, type View } from './layout.ts';

const most = 12;

/** `demarche verify`: whether what a report says stands, and where not. */
export function verifyText(
  file: string,
  record: ReportRecord,
  result: Verified,
  view: View,
  version: string,
): string {
  const page = pageFor(view);
  const { problems, computed, differences, lines, passages } = result;
  page.title(result.stands ? `${file}: everything stands` : `${file}: not everything stands`);
  page.para(
    `Written by demarche ${record.version}, computed again by ${version}. Case ${record.case.name}, sha256 ${record.case.sha256}.`,
  );
  for (const one of problems) page.item(one);
  if (computed)
    page.item(
      differences.length === 0
        ? `all answers of ${counted(computed.questions, 'question')} in ${counted(computed.cells, 'combination')}, and every number beside them, come out the same`
        : `${differences.length === 1 ? 'one number or answer comes' : `${differences.length} numbers or answers come`} out otherwise:`,
    );
  for (const one of differences.slice(0, most))
    page.para(`${one.at}: the report says ${one.says}; it is ${one.computed}`, 4);
  if (differences.length > most) page.para(`and ${differences.length - most} more (--json lists all)`, 4);
  if (computed) for (const one of pageWords(record, result, version)) page.item(one);
  for (const line of lines.says.slice(0, most)) page.para(`the page says: ${line}`, 4);
  for (const line of lines.should.slice(0, most)) page.para(`it should say: ${line}`, 4);
  if (passages.hashed > 0)
    page.item(`${counted(passages.hashed, 'printed passage')} are the words that were hashed`);
  for (const id of passages.wrong) page.item(`the passage of ${id} is not the one that was hashed`);
  const { withheld } = record.case;
  if (withheld)
    page.item(
      `what ${counted(withheld.statements, 'statement')} and ${counted(withheld.sources, 'source')} say is withheld: the sha256 of the whole case was not compared`,
    );
  return page.text();
}

function pageWords(record: ReportRecord, { page }: Verified, version: string): readonly string[] {
  switch (page) {
    case 'same':
      return ['the page is byte for byte what this version writes'];
    case 'other-words':
      return ['the page says something else than follows:'];
    case 'other-script':
      return [
        'its script is not the one that this version writes: do not trust what it shows when you change something',
      ];
    case 'other-markup':
      return ['its words are right, its markup or style is not what this version writes'];
    default:
      return [
        `its words were not compared, since demarche ${record.version} may word things otherwise than ${version}`,
      ];
  }
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
