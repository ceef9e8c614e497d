/** `1 234`, `12 345 678`, `about 2.3 · 10^12`. */
export function bigWords(value: bigint): string {
  if (value < 10n ** 12n) return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
  const digits = String(value);
  return `about ${digits[0]}.${digits[1]} · 10^${digits.length - 1}`;
}
