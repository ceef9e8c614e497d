/** Turns UTF-16 offsets of a text into code points. An offset inside a surrogate pair counts as the pair's start. */
export function pointsOf(text: string): (unit: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (unit) => unit;
  const before = new Uint32Array(text.length + 1);
  let points = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const pair =
      code >= 0xd800 &&
      code < 0xdc00 &&
      at + 1 < text.length &&
      (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    before[at] = points;
    if (pair) before[at + 1] = points;
    at += pair ? 2 : 1;
    points++;
  }
  before[text.length] = points;
  return (unit) => before[Math.max(0, Math.min(unit, text.length))]!;
}
