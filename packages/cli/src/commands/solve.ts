import { firstProfile, reasonsOf, settleCase } from '@demarche/analysis';
import { everyConcept } from '@demarche/engine';
import { settleJson } from '@demarche/report/json';
import { settleText } from '@demarche/report/terminal';
import { exit, UsageError } from '../exit.ts';
import { json, out, viewOf } from '../io.ts';
import { type Common, everyConceptOf, openCase, sanctionsOf } from '../open.ts';
import { version } from '../version.ts';

export async function solve(
  path: string,
  options: Common & {
    readonly table?: true | undefined;
    readonly latex?: true | undefined;
    readonly why?: string | undefined;
  },
): Promise<number> {
  const { found, reading, scenario = null } = await openCase(path, options);
  const concepts = everyConceptOf(options.concepts, found);
  const profile = firstProfile(found, reading);
  const sanctions = sanctionsOf(options);
  const place = { profile, scenario, sanctions };
  const result = settleCase(found, { ...place, ...(concepts ? { concepts } : {}) });
  const full = options.full === true;
  const asked = options.why === undefined ? undefined : stateOf(options.why, result.feasible);
  const why =
    asked === undefined
      ? []
      : result.concepts.map((concept) => ({
          concept,
          code: asked,
          reasons: reasonsOf(found, { ...place, concept })(asked) ?? [],
        }));
  if (options.json) {
    const reasons = Object.fromEntries(why.map((one) => [one.concept, one.reasons]));
    json(
      settleJson(found, result, version, full, asked === undefined ? undefined : { state: asked, reasons }),
    );
    return exit.done;
  }
  if (options.latex) {
    const { settleLatex } = await import('@demarche/report/latex');
    out(settleLatex(found, result, version));
    return exit.done;
  }
  const concept = result.concepts.includes('seq') ? 'seq' : result.concepts[0]!;
  const reasons = full ? reasonsOf(found, { ...place, concept }) : undefined;
  out(
    settleText(found, result, viewOf(), {
      version,
      full,
      concept,
      why,
      leftOut: options.concepts === 'all' ? everyConcept.filter((one) => !result.concepts.includes(one)) : [],
      ...(reasons ? { reasons } : {}),
      ...(options.table ? { table: true } : {}),
    }),
  );
  return exit.done;
}

function stateOf(text: string, feasible: readonly number[]): number {
  const code = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (feasible.includes(code)) return code;
  throw new UsageError(
    `--why ${text}: there is no such feasible state`,
    'name one by its number, as `demarche solve` lists them',
  );
}
