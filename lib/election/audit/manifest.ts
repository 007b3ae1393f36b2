import { requireCount, requireInteger, requireList, requireRecord } from "../../check/mod.ts";

/** A batch of ballot cards on a manifest. */
export interface ManifestBatch {
  /** Cards in the batch. */
  readonly cards: number;
}

/** Where a drawn number leads: a batch, and the card in it. */
export interface DrawnCard<Batch> {
  /** The batch that the ballot lies in. */
  readonly batch: Batch;
  /** The card's place in the batch, from 1. */
  readonly card: number;
}

/**
 * The cards that drawn numbers lead to: the manifest's batches are laid end to end, and number n is
 * the n-th card of the row. So the order of the batches is part of the draw, and a batch that the
 * manifest counts wrongly moves every card behind it.
 *
 * @param batches Batches in the manifest's order.
 * @param numbers Numbers from 1 to the cards of all batches, as {@linkcode pickBallots} draws them.
 * @throws {RangeError} if a batch's cards are no count, or a number is beyond the manifest.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * Cost: O(batches + numbers × log batches).
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { locateCards } from "tallybook/election";
 *
 * const manifest = [{ batch: "A-1", cards: 100 }, { batch: "A-2", cards: 25 }];
 * const [drawn] = locateCards(manifest, [103]);
 * assertEquals([drawn?.batch.batch, drawn?.card], ["A-2", 3]);
 * ```
 */
export function locateCards<Batch extends ManifestBatch>(
  batches: readonly Batch[],
  numbers: readonly number[],
): DrawnCard<Batch>[] {
  const task = "find drawn cards";
  requireList(task, "batches", batches);
  requireList(task, "numbers", numbers);
  const ends: number[] = [];
  let total = 0;
  for (const [i, batch] of batches.entries()) {
    const { cards } = requireRecord(task, `batches[${i}]`, batch);
    total += requireCount(task, `batches[${i}].cards`, cards);
    ends.push(total);
  }
  return numbers.map((number, i) => {
    requireInteger(task, `numbers[${i}]`, number, { minimum: 1, maximum: total });
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! >= number) high = middle;
      else low = middle + 1;
    }
    return { batch: batches[low]!, card: number - (ends[low - 1] ?? 0) };
  });
}
