import { UsageError } from './exit.ts';

/** A whole number of a flag, within its bounds. */
export function whole(
  text: string,
  flag: string,
  from: number,
  to: number = Number.MAX_SAFE_INTEGER,
): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  const bounds = to === Number.MAX_SAFE_INTEGER ? `from ${from}` : `from ${from} to ${to}`;
  throw new UsageError(`${flag} ${text}: a whole number ${bounds} is expected`);
}

/** A number from 0 to 1 of a flag. */
export function share(text: string, flag: string): number {
  const value = /^(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 1) return value;
  throw new UsageError(`${flag} ${text}: a number from 0 to 1 is expected`, `write it as in ${flag} 0.2`);
}

/** `3/16`: the third of sixteen. */
export function partOf(text: string, flag: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw new UsageError(
    `${flag} ${text}: a part and how many there are is expected`,
    `write it as in ${flag} 3/16`,
  );
}
