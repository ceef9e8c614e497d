import type { Case } from '../case.ts';
import type { Expression } from '../expression.ts';
import type { Report } from '../report.ts';
import { denied, mentions } from './mentions.ts';

/** An `impossible` that names options of two actors keeps each of them from ending what the other began. */
export function lintImpossible(found: Case, report: Report): void {
  found.impossible.forEach(({ expression }, k) => {
    const named = mentions(found, [expression]);
    const options = found.options.filter(({ id }) => named.has(id));
    const owners = new Set(options.filter(({ mode }) => mode === 'single').flatMap((one) => one.owners));
    // A joint option of one of them is its own part in the matter: it can leave.
    for (const one of options)
      if (one.mode !== 'single') for (const owner of one.owners) owners.delete(owner);
    if (owners.size < 2) return;
    const [first, second] = [...owners].sort((a, b) => a - b).map((actor) => found.actors[actor]!.id);
    const message = `this names options of “${first}” and of “${second}”: it also keeps each of them from moves that the other makes impossible`;
    report.add('two-actor-impossible', ['impossible', k], message);
  });
}

/** A gate does not end what it opened. */
export function lintGates(found: Case, report: Report): void {
  const lasting = new Map(
    found.options
      .filter(({ mode, direction }) => mode !== 'single' || direction === 'forward')
      .map((option) => [option.id, option.mode === 'single' ? 'one-way' : 'joint']),
  );
  for (const { id, gate } of found.options) {
    if (!gate) continue;
    for (const name of denied(found, gate.expression)) {
      const how = lasting.get(name);
      if (!how) continue;
      const message = `once “${id}” is taken, “${name}” (${how}) can be taken beside it: this gate shuts only the way in`;
      report.add('gate-not-lasting', ['opens', id], message);
    }
  }
}

/** One signature of several that stands already is consent to whatever the others add. */
export function lintSignatures(found: Case, report: Report): void {
  const { now } = found;
  if (!now) return;
  for (const { id, expression } of found.terms) {
    const parts = conjuncts(expression);
    const options = parts?.map((name) =>
      found.options.find((one) => one.id === name && one.mode === 'single'),
    );
    if (!options || options.length < 2 || options.includes(undefined)) continue;
    const owners = new Set(options.map((one) => one!.owners[0]));
    const standing = options.filter((one) => now.includes(one!.id));
    if (owners.size < 2 || standing.length === 0 || standing.length === options.length) continue;
    for (const one of standing) {
      const message = `“${one!.id}” stands in \`now\`: that is consent to “${id}” on any terms`;
      report.add('standing-signature', ['now', now.indexOf(one!.id)], message);
    }
  }
}

/** The names of a pure `a and b and …`, or undefined. */
function conjuncts(expression: Expression): string[] | undefined {
  if (expression.kind === 'name') return [expression.name];
  if (expression.kind !== 'and') return undefined;
  const [left, right] = [conjuncts(expression.left), conjuncts(expression.right)];
  return left && right && [...left, ...right];
}
