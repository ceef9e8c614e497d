import { hingesJson } from '@demarche/report/json';
import { hingeText } from '@demarche/report/terminal';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, openCase } from '../open.ts';
import { version } from '../version.ts';
import { answered, beliefsOf } from './answer.ts';

export async function hinge(path: string, options: Common): Promise<number> {
  const opened = await openCase(path, options);
  const result = answered(opened, options, 'hinge', {
    robustness: false,
    beliefs: beliefsOf(opened, options),
  });
  if (options.json) json(hingesJson(opened.found, result, version));
  else out(hingeText(opened.found, result, viewOf(), { version }));
  return exit.done;
}
