/** Small numbers for groups of rows: 0 for the first that was met, 1 for the next. */
export interface GroupIds {
  /** Each row's group. */
  readonly ids: Int32Array;
  /** How many groups there are. */
  readonly count: number;
  /** The first row of each group. */
  readonly first: Int32Array;
}

/** Numbers rows by a code, in the order of first appearance. */
export function groupByCode(codes: Int32Array, size: number): GroupIds {
  const of = new Int32Array(size).fill(-1);
  const ids = new Int32Array(codes.length);
  const first = new Int32Array(size);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    let id = of[code]!;
    if (id === -1) {
      id = of[code] = count;
      first[count++] = row;
    }
    ids[row] = id;
  }
  return { ids, count, first: first.subarray(0, count) };
}

/** Below so many pairs a table of all is smaller than a hash table. */
const DENSE = 1 << 22;

/** Numbers the pairs of two numberings: rows with the same pair have the same number. */
export function groupPairs(a: GroupIds, b: GroupIds): GroupIds {
  if (b.count <= 1) return a;
  if (a.count <= 1) return b;
  const rows = a.ids.length;
  const ids = new Int32Array(rows);
  const pairs = a.count * b.count;
  if (pairs <= Math.max(DENSE, rows)) {
    const of = new Int32Array(pairs).fill(-1);
    const first = new Int32Array(Math.min(rows, pairs));
    let count = 0;
    for (let row = 0; row < rows; row++) {
      const pair = a.ids[row]! * b.count + b.ids[row]!;
      let id = of[pair]!;
      if (id === -1) {
        id = of[pair] = count;
        first[count++] = row;
      }
      ids[row] = id;
    }
    return { ids, count, first: first.slice(0, count) };
  }
  let size = 1 << 12;
  while (size < 2 * Math.min(rows, pairs)) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const first = new Int32Array(Math.min(rows, pairs));
  let count = 0;
  const mask = size - 1;
  for (let row = 0; row < rows; row++) {
    const x = a.ids[row]!;
    const y = b.ids[row]!;
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const id = table[slot]!;
      if (id === -1) {
        table[slot] = count;
        first[count] = row;
        ids[row] = count++;
        break;
      }
      const at = first[id]!;
      if (a.ids[at] === x && b.ids[at] === y) {
        ids[row] = id;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { ids, count, first: first.slice(0, count) };
}
