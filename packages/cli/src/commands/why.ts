import { chainOf } from '@demarche/analysis';
import { whyJson } from '@demarche/report/json';
import { whyText } from '@demarche/report/terminal';
import { redactCase } from '@demarche/report/words';
import { exit } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, openCase } from '../open.ts';
import { version } from '../version.ts';
import { answered } from './answer.ts';

export async function why(path: string, question: string, options: Common): Promise<number> {
  const opened = await openCase(path, options);
  const { found, withdrawn, loaded } = opened;
  const ids = loaded.case!.questions.map(({ id }) => id);
  const id = opened.idOf('questions', named('question', question, ids, options.blind));
  const answer = answered(opened, options, 'why', { robustness: false });
  const told = redactCase(found);
  const chain = chainOf(told, answer, id);
  if (options.json) json(whyJson(told, answer, chain, version, withdrawn));
  else out(whyText(told, answer, chain, viewOf(), { version, withdrawn }));
  return exit.done;
}
