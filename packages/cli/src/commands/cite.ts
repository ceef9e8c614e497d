import type { Case } from '@demarche/case';
import { exit } from '../exit.ts';
import { json, out } from '../io.ts';
import { openCase } from '../open.ts';
import { version } from '../version.ts';

const program = 'demarche: an open workbench for conflict analysis';
const authors = 'The demarche contributors';

export async function cite(
  path: string | undefined,
  options: { readonly json?: true | undefined; readonly quiet?: true | undefined },
): Promise<number> {
  const found = path === undefined ? undefined : (await openCase(path, { quiet: true })).found;
  const text = [`${authors}. ${program}, version ${version}.`, ...(found ? [ofCase(found)] : [])];
  const bibtex = [
    entry('demarche', { author: `{${authors}}`, title: `{${program}}`, version }),
    ...(found ? [caseEntry(found)] : []),
  ];
  if (options.json)
    json({
      demarche: version,
      ...(found ? { case: { title: found.title, file: found.file, sha256: found.sha256 } } : {}),
      text,
      bibtex,
    });
  else out(`${text.join('\n')}\n\n${bibtex.join('\n\n')}\n`);
  return exit.done;
}

function ofCase({ title, asOf, sha256 }: Case): string {
  return `${title} Case${asOf === undefined ? '' : `, as of ${asOf}`}, computed with demarche ${version}; sha256 ${sha256}.`;
}

function caseEntry({ title, asOf, sha256 }: Case): string {
  return entry(`case-${sha256.slice(0, 8)}`, {
    title: `{${escaped(title)}}`,
    ...(asOf === undefined ? {} : { year: asOf.slice(0, 4) }),
    note: `Case for demarche ${version}; sha256 ${sha256}`,
  });
}

function entry(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@software{${key},\n${lines.join(',\n')}\n}`;
}

function escaped(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, (one) => `\\${one}`);
}
