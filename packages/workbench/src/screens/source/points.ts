/** Offsets of one text in Unicode code points, as anchors count, and in UTF-16 units, as the page does. */
export type Points = {
  readonly length: number;
  readonly toUnits: (point: number) => number;
  readonly toPoints: (unit: number) => number;
};

export function pointsOf(text: string): Points {
  // Where a pair of surrogates begins; between these the two counts run in step.
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      pairs.push(at);
      at++;
    }
  }
  /** How many pairs begin before a place, the place of pair k being told by `place`. */
  const before = (limit: number, place: (pair: number, k: number) => number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(pairs[middle]!, middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const length = text.length - pairs.length;
  return {
    length,
    toUnits: (point) => Math.min(point, length) + before(Math.min(point, length), (pair, k) => pair - k),
    toPoints: (unit) => Math.min(unit, text.length) - before(Math.min(unit, text.length), (pair) => pair),
  };
}
