/** The places of values that a list has once alone. */
function single(list: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (let i = from; i < to; i++) {
    const value = list[i]!;
    if (places.has(value)) often.add(value);
    places.set(value, i);
  }
  for (const value of often) places.delete(value);
  return places;
}

/** Of pairs in the order of their first place, the longest run whose second places rise, too. */
function rising(pairs: ReadonlyArray<readonly [number, number]>): Array<readonly [number, number]> {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, [, place]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = at;
  }
  const found: Array<readonly [number, number]> = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) found.push(pairs[at]!);
  return found.reverse();
}

/**
 * The places of `now` whose values were there before, in the same order: what both lists share at
 * their ends, then what each has once alone (the longest run of it in one order), and the same
 * again in between. Where values repeat, fewer may be found than there are, but never all where the
 * lists differ. Time and memory grow with the lists' lengths, but for a logarithm.
 */
export function keptPlaces(before: readonly string[], now: readonly string[]): Set<number> {
  const places = new Set<number>();
  const parts: Array<readonly [number, number, number, number]> = [
    [0, before.length, 0, now.length],
  ];
  for (let part = parts.pop(); part; part = parts.pop()) {
    let [i, iEnd, k, kEnd] = part;
    for (; i < iEnd && k < kEnd && before[i] === now[k]; i++) places.add(k++);
    while (i < iEnd && k < kEnd && before[iEnd - 1] === now[kEnd - 1]) {
      iEnd--;
      places.add(--kEnd);
    }
    if (i === iEnd || k === kEnd) continue;
    const there = single(now, k, kEnd);
    const pairs = [...single(before, i, iEnd)].flatMap(([value, at]) => {
      const place = there.get(value);
      return place === undefined ? [] : [[at, place] as const];
    }).sort(([a], [b]) => a - b);
    for (const [at, place] of rising(pairs)) {
      // What lies before the anchor is shorter than what was; the anchor starts the next part.
      if (at > i || place > k) parts.push([i, at, k, place]);
      places.add(place);
      [i, k] = [at + 1, place + 1];
    }
    if (pairs.length > 0) parts.push([i, iEnd, k, kEnd]);
  }
  return places;
}
