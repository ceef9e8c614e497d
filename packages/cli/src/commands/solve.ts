import { firstProfile, reasonsAt, settleCase } from '@demarche/analysis';
import { settleJson } from '@demarche/report/json';
import { settleText } from '@demarche/report/terminal';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, conceptsOf, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function solve(path: string, options: Common): Promise<number> {
  const { found, reading, scenario = null } = await openCase(path, options);
  const concepts = conceptsOf(options.concepts);
  const profile = firstProfile(found, reading);
  const result = settleCase(found, { profile, scenario, ...(concepts ? { concepts } : {}) });
  const full = options.full === true;
  if (options.json) {
    json(settleJson(found, result, version, full));
    return exit.done;
  }
  const concept = result.concepts.includes('seq') ? 'seq' : result.concepts[0]!;
  const reasons = (code: number) => reasonsAt(found, { profile, scenario, concept }, code);
  out(settleText(found, result, viewOf(), { version, full, reasons, concept }));
  return exit.done;
}
