import { LimitError } from '../../compile/limit.ts';
import type { Compiled } from '../../compile.ts';
import { mostListed } from '../bounds.ts';
import type { Loss } from '../loss.ts';
import { payoffsOf } from '../payoffs.ts';

type Player = {
  /** Settings of its own options, ascending; a strategy each. */
  readonly settings: readonly number[];
  readonly mask: number;
};

/** What keeps the feasible states from being a normal form: a combination of what everyone can do that is not feasible. */
export function notProduct(compiled: Compiled): readonly Loss[] {
  const { case: found, structure } = compiled;
  const players = playersOf(compiled);
  const all = players.reduce((count, { settings }) => count * settings.length, 1);
  if (all === structure.codes.length) return [];
  const said = all < 2 ** 53 ? `${all - structure.codes.length} of ${all}` : 'most';
  return [
    {
      what: `what is impossible between actors (${said} combinations of what each can do)`,
      why: 'every strategy goes with every other there, and a state that cannot be has no payoff',
      path: found.impossible.length > 0 ? ['impossible'] : ['actors'],
      weight: 'never',
    },
  ];
}

function playersOf({ structure, case: found }: Compiled): readonly Player[] {
  return found.actors.map((_, i) => {
    const mask = found.options.reduce(
      (sum, { mode, owners }, k) => (mode === 'single' && owners[0] === i ? sum | (1 << k) : sum),
      0,
    );
    const settings = new Set(Array.from(structure.codes, (code) => (code & mask) >>> 0));
    return { mask, settings: [...settings].sort((a, b) => a - b) };
  });
}

/** The conflict as a Gambit file, payoff version. Its feasible states must be a product: see `notProduct`. */
export function writeNfg(compiled: Compiled, profile: Readonly<Record<string, string>>): string {
  const { case: found, structure } = compiled;
  const players = playersOf(compiled);
  const count = structure.codes.length;
  if (count > mostListed)
    throw new LimitError(
      'too-large',
      `a game may have ${mostListed} contingencies, this one has ${count}`,
      count,
    );
  const payoffs = found.actors.map(({ id }, i) => payoffsOf(compiled, i, profile[id]!));
  const positions = new Map(Array.from(structure.codes, (code, state) => [code, state]));
  // Options that nobody can move are in every code.
  const rest = players.reduce((mask, one) => mask & ~one.mask, -1);
  const still = ((structure.codes[0] ?? 0) & rest) >>> 0;
  const lines = Array.from({ length: count }, (_, contingency) => {
    let left = contingency;
    let code = still;
    for (const { settings } of players) {
      code = (code | settings[left % settings.length]!) >>> 0;
      left = Math.floor(left / settings.length);
    }
    const state = positions.get(code)!;
    return payoffs.map((own) => own[state]).join(' ');
  });
  const label = (setting: number) => {
    const taken = found.options.flatMap(({ name }, k) => ((setting >>> k) & 1 ? [name] : []));
    return quoted(taken.length === 0 ? 'None of it' : taken.join(' + '));
  };
  const strategies = players.map(({ settings }) => `{ ${settings.map(label).join(' ')} }`);
  return `NFG 1 R ${quoted(found.title)} { ${found.actors.map(({ name }) => quoted(name)).join(' ')} }

{ ${strategies.join('\n')}
}
"Payoffs say what is preferred to what; larger is better."

${lines.join('\n')}
`;
}

const quoted = (text: string) => `"${text.replace(/\s+/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
