import { Xoshiro128 } from "./xoshiro128.ts";

/**
 * Every order of the units in which each stays within its group, or undefined where there are more than
 * `limit`. One array is yielded again and again: `order[i]` is the unit whose value unit i gets.
 */
export function orderings(
  groups: readonly (readonly number[])[],
  limit: number,
): Generator<Uint32Array> | undefined {
  let count = 1;
  for (const { length } of groups) {
    for (let i = 2; i <= length && count <= limit; i++) count *= i;
  }
  return count <= limit ? list(groups) : undefined;
}

function* list(groups: readonly (readonly number[])[]): Generator<Uint32Array> {
  const order = identity(groups);
  function* from(group: number, position: number): Generator<Uint32Array> {
    const rows = groups[group];
    if (!rows) {
      yield order;
    } else if (position >= rows.length - 1) {
      yield* from(group + 1, 0);
    } else {
      for (let other = position; other < rows.length; other++) {
        swap(order, rows[position]!, rows[other]!);
        yield* from(group, position + 1);
        swap(order, rows[position]!, rows[other]!);
      }
    }
  }
  yield* from(0, 0);
}

/** Random orders within groups (Fisher–Yates), each carried on from the one before. */
export function* shuffles(
  groups: readonly (readonly number[])[],
  draws: number,
  seed: number,
): Generator<Uint32Array> {
  const random = new Xoshiro128(seed);
  const order = identity(groups);
  for (let draw = 0; draw < draws; draw++) {
    for (const rows of groups) {
      for (let last = rows.length - 1; last > 0; last--) {
        swap(order, rows[last]!, rows[random.below(last + 1)]!);
      }
    }
    yield order;
  }
}

function identity(groups: readonly (readonly number[])[]): Uint32Array {
  const n = groups.reduce((sum, rows) => sum + rows.length, 0);
  return Uint32Array.from({ length: n }, (_, i) => i);
}

function swap(order: Uint32Array, a: number, b: number): void {
  const kept = order[a]!;
  order[a] = order[b]!;
  order[b] = kept;
}
