import { heldForesight, weighActor } from '@demarche/analysis';
import { weighJson } from '@demarche/report/json';
import { weighText } from '@demarche/report/terminal';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, openCase } from '../open.ts';
import { version } from '../version.ts';

export async function weigh(path: string, options: Common): Promise<number> {
  const { found } = await openCase(path, options);
  const ahead = found.weighing.foresight === 'held' && found.now ? { foresight: heldForesight(found) } : {};
  const results = found.actors.map((_, i) => weighActor(found, i, ahead));
  if (options.json) json(weighJson(found, results, version));
  else out(weighText(found, results, viewOf(), { version }));
  return exit.done;
}
