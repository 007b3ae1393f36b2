/**
 * Moves labels along a line just far enough apart not to overlap, each as near to its own place
 * as the others allow: overlapping neighbors merge into a block whose mean place is kept, which is
 * the least-squares solution (pool adjacent violators). Costs O(n log n).
 *
 * @param places Where each label would like to be, in pixels.
 * @param gap Distance between neighbors.
 * @param bounds The ends of the room; labels are pushed inside.
 * @returns The place of each label, in the order given.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spreadLabels } from "tallybook/chart";
 *
 * assertEquals(spreadLabels([100, 104, 200], 14), [95, 109, 200]);
 * ```
 */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  bounds: readonly [number, number] = [-Infinity, Infinity],
): number[] {
  const order = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]! || a - b);
  // A block's labels stand `gap` apart; `sum` is that of the places at which its first would stand.
  const blocks: { members: number[]; sum: number; start: number }[] = [];
  const [low, high] = bounds;
  const settle = (block: { members: number[]; sum: number; start: number }) => {
    const count = block.members.length;
    const last = high - gap * (count - 1);
    block.start = Math.max(low, Math.min(last, block.sum / count));
  };
  for (const index of order) {
    let block = { members: [index], sum: places[index]!, start: 0 };
    settle(block);
    for (let before = blocks.at(-1); before; before = blocks.at(-1)) {
      if (before.start + gap * before.members.length <= block.start + 1e-9) break;
      blocks.pop();
      const shift = gap * before.members.length;
      block = {
        members: [...before.members, ...block.members],
        sum: before.sum + block.sum - shift * block.members.length,
        start: 0,
      };
      settle(block);
    }
    blocks.push(block);
  }
  const result = new Array<number>(places.length);
  for (const { members, start } of blocks) {
    for (const [rank, index] of members.entries()) result[index] = start + gap * rank;
  }
  return result;
}
