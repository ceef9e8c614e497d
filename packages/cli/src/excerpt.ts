/** A passage as it is listed: whole, or the first and last words of a long one. */
export function excerpt(passage: string, full: boolean): string {
  const words = shown(passage)
    .split(/\s+/)
    .filter((word) => word !== '');
  return full || words.length <= 24
    ? words.join(' ')
    : `${words.slice(0, 14).join(' ')} … ${words.slice(-8).join(' ')}`;
}

/** Text of a stranger on a terminal: without characters that steer it or turn its direction. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ');
}
