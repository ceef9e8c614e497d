import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newCase } from '@demarche/case';
import { exit, UsageError } from '../exit.ts';
import { json, out } from '../io.ts';
import { version } from '../version.ts';
import { writeWhole } from '../write.ts';

export function create(
  title: string | undefined,
  options: {
    readonly out?: string | undefined;
    readonly json?: true | undefined;
    readonly quiet?: true | undefined;
  },
): number {
  if (title === undefined || title.trim() === '')
    throw new UsageError(
      'a case needs a title',
      'demarche new "What does … want?" --out folder, or demarche new --from article.txt',
    );
  if (options.out === undefined)
    throw new UsageError('a case needs a folder', 'demarche new "What does … want?" --out folder');
  const folder = options.out;
  const file = join(folder, 'case.yaml');
  if (existsSync(file))
    throw new UsageError(`${file} is there already`, 'nothing was written; name another folder with --out');
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(file, newCase({ title }));
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${(error as Error).message.split(',')[0]}`);
  }
  if (options.json) json({ demarche: version, wrote: [file] });
  else if (!options.quiet)
    out(`wrote ${file}\nnext: demarche answer ${/\s/.test(folder) ? `"${folder}"` : folder}\n`);
  return exit.done;
}
