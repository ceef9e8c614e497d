import { op, type Program, type Unlisted } from '@demarche/engine';
import { run } from 'clingo-wasm';

/** The literals of a conjunction: the option, and whether it is taken. */
type Literals = readonly { readonly option: number; readonly on: boolean }[];

function literalsOf(program: Program): Literals {
  const found: { option: number; on: boolean }[] = [];
  for (const word of program) {
    if (word >= 0) found.push({ option: word, on: true });
    else if (word === op.not) found.at(-1)!.on = false;
    else if (word !== op.and) throw new Error('only conjunctions of literals are written down for clingo');
  }
  return found;
}

/**
 * The number of Nash equilibria by an independent way: an answer set program (clingo: Gebser et al. 2019) that says for every actor and every
 * setting of its options which priorities hold then. For conflicts whose programs are conjunctions, with free options.
 */
export async function nashByClingo({ model, preferences }: Unlisted): Promise<number> {
  const body = (literals: Literals) => literals.map(({ option, on }) => `${on ? '' : 'not '}x(${option})`);
  /** What is left of a conjunction where some options are set; undefined where it cannot hold. */
  const after = (literals: Literals, set: ReadonlyMap<number, boolean>): readonly string[] | undefined =>
    literals.some(({ option, on }) => set.has(option) && set.get(option) !== on)
      ? undefined
      : body(literals.filter(({ option }) => !set.has(option)));
  const lines = [`{ x(0..${model.options.length - 1}) }.`, '#show x/1.'];
  const rule = (head: string, conditions: readonly string[]) =>
    lines.push(conditions.length > 0 ? `${head} :- ${conditions.join(', ')}.` : `${head}.`);
  const patterns = model.impossible.map(literalsOf);
  for (const pattern of patterns) rule('', body(pattern));
  preferences.forEach((preference, i) => {
    if (preference.kind !== 'priorities') throw new Error('only priorities are written down for clingo');
    const statements = preference.priorities.map(({ that }) => literalsOf(that[0]!));
    statements.forEach((literals, l) => {
      rule(`now(${i},${l})`, body(literals));
    });
    const own = model.options.flatMap(({ owners }, k) => (owners.includes(i) ? [k] : []));
    for (let d = 0; d < 2 ** own.length; d++) {
      const set = new Map(own.map((k, at) => [k, ((d >>> at) & 1) === 1]));
      for (const pattern of patterns) {
        const left = after(pattern, set);
        if (left) rule(`barred(${i},${d})`, left);
      }
      statements.forEach((literals, l) => {
        const left = after(literals, set);
        if (left) rule(`then(${i},${d},${l})`, left);
      });
    }
    lines.push(
      `alike(${i},0..${2 ** own.length - 1},0).`,
      `alike(${i},D,L+1) :- alike(${i},D,L), L < ${statements.length}, then(${i},D,L), now(${i},L).`,
      `alike(${i},D,L+1) :- alike(${i},D,L), L < ${statements.length}, not then(${i},D,L), not now(${i},L).`,
      `:- alike(${i},D,L), L < ${statements.length}, then(${i},D,L), not now(${i},L), not barred(${i},D).`,
    );
  });
  const result = await run(lines.join('\n'), 0);
  if (result.Result === 'ERROR') throw new Error(result.Error);
  return result.Models.Number;
}
