import { judgementsOf, usesOf } from '@demarche/analysis';
import { usesJson } from '@demarche/report/json';
import { usesText } from '@demarche/report/terminal';
import { blindCase, redactCase } from '@demarche/report/words';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function uses(path: string, id: string, options: Common): Promise<number> {
  const { found, loaded } = await openCase(path, options);
  const written = loaded.case!;
  const known = [
    ...[...written.statements, ...written.sources, ...written.actors].map((one) => one.id),
    ...judgementsOf(written).map((one) => one.id),
  ];
  named('statement, source, reading or actor', id, known, options.blind);
  const told = redactCase(found);
  const result = usesOf(told, options.blind ? blindId(written, id) : id)!;
  if (options.json) json(usesJson(told, result, version));
  else out(usesText(told, result, viewOf(), { version }));
  return exit.done;
}

/** The same item in the blind case: by name where it has one, else by its place among the judgements. */
function blindId(written: import('@demarche/case').Case, id: string): string {
  const { case: hidden, names } = blindCase(written);
  const plain = names.statements.get(id) ?? names.sources.get(id) ?? names.actors.get(id);
  if (plain !== undefined) return plain;
  return judgementsOf(hidden)[judgementsOf(written).findIndex((one) => one.id === id)]!.id;
}
