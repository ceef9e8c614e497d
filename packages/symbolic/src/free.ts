import { type Names, optionsOf, ownOptions, Refused, type Unlisted } from '@demarche/engine';

/**
 * Refuses a conflict unless everybody can bring about any setting of its own options from everywhere: every option can be switched
 * both ways by each of its owners alone, without gates and locks, and nothing that is impossible joins options of two actors.
 *
 * Then the opponents of an actor bring about, from any state, every feasible setting of theirs: one after the other sets its own
 * options, and since what is impossible concerns one actor's options at a time, every state on the way is feasible.
 */
export function needFree({ model }: Unlisted): void {
  const refuse = (why: (names: Names) => string) =>
    new Refused(
      (names) =>
        `without a list of states it needs everybody to be able to set its own options freely; here ${why(names)}`,
    );
  const fixed = new Set((model.fixed ?? []).map(({ option }) => option));
  model.options.forEach(({ mode, direction, gate, lock }, k) => {
    if (fixed.has(k)) return;
    if (direction !== 'both') throw refuse(({ option }) => `${option(k)} can be switched one way only`);
    if (mode === 'all') throw refuse(({ option }) => `${option(k)} is switched on by several together only`);
    if (gate || lock) throw refuse(({ option }) => `${option(k)} has a gate or a lock`);
  });
  for (const program of model.impossible) {
    const read = [...optionsOf(program)].filter((k) => !fixed.has(k));
    const owners = new Set(read.flatMap((k) => model.options[k]!.owners));
    if (owners.size > 1) throw refuse(() => 'something that is impossible joins options of several actors');
  }
}

/** Of an actor's options that are not fixed: those that nobody else has a hand in. And those of all others together. */
export function sharesOf({ model }: Unlisted, actor: number) {
  const own = ownOptions(model, actor);
  const others = new Set(
    Array.from({ length: model.actors }, (_, j) => (j === actor ? [] : ownOptions(model, j))).flat(),
  );
  return { own, alone: own.filter((k) => !others.has(k)), others: [...others].sort((a, b) => a - b) };
}
