import { answerCase, bearingsOf, heldForesight, matrixOf, matrixToCsv, weighActor } from '@demarche/analysis';
import { weighJson } from '@demarche/report/json';
import { weighText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { named } from '../name.ts';
import { type Common, openCase } from '../open.ts';
import { version } from '../version.ts';

export type WeighOptions = Common & {
  readonly actor?: string | undefined;
  readonly matrix?: boolean | undefined;
  readonly csv?: boolean | undefined;
};

export async function weigh(path: string, options: WeighOptions): Promise<number> {
  const opened = await openCase(path, options);
  const { found } = opened;
  const ids = opened.loaded.case!.actors.map(({ id }) => id);
  const only =
    options.actor === undefined
      ? undefined
      : opened.idOf('actors', named('actor', options.actor, ids, options.blind));
  const actors = [...found.actors.keys()].filter((i) => only === undefined || found.actors[i]!.id === only);
  const ahead = found.weighing.foresight === 'held' && found.now ? { foresight: heldForesight(found) } : {};
  const results = actors.map((i) => weighActor(found, i, ahead));
  const matrices = results.map((one) => matrixOf(found, one));
  if (options.csv) {
    if (matrices.length !== 1)
      throw new UsageError(
        'a matrix as CSV is of one party',
        'say which with --actor, as in --actor torvale',
      );
    out(matrixToCsv(matrices[0]!));
    return exit.done;
  }
  const answer =
    found.now && found.questions.length > 0
      ? answerCase(found, { robustness: false, concepts: ['seq'] })
      : undefined;
  const bearings = actors.map((i) => (answer ? bearingsOf(found, answer, i, ahead) : []));
  if (options.json) json(weighJson(found, results, version, bearings, matrices));
  else
    out(weighText(found, results, viewOf(), { version, bearings, ...(options.matrix ? { matrices } : {}) }));
  return exit.done;
}
