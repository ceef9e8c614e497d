import { nearest } from '@demarche/case';
import { UsageError } from './exit.ts';

/** Looks a name up among those there are, or says which one is near. With `blind` no name is offered. */
export function named(what: string, name: string, known: readonly string[], blind = false): string {
  if (known.includes(name)) return name;
  if (blind) throw new UsageError(`there is no ${what} of this name`);
  const near = nearest(name, known) ?? known.find((one) => one.endsWith(`.${name}`));
  const hint =
    near !== undefined
      ? `did you mean “${near}”?`
      : known.length > 0
        ? `there ${known.length === 1 ? 'is' : 'are'}: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`
        : `this case has no ${what}`;
  throw new UsageError(`there is no ${what} “${name}”`, hint);
}

/** `russia=subjugation` → its two sides. */
export function pair(text: string, flag: string, example: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1)
    throw new UsageError(`${flag} ${text}: an equals sign is expected`, `write it as in ${flag} ${example}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
