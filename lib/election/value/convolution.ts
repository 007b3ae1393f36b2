/**
 * For each unit, the chance that the electors which the *other* units give to a
 * candidate fall short of a majority by no more than the unit's own: in
 * [majority − w, majority − 1]. Units are independent given `wins`.
 *
 * Each unit's others are a prefix and a suffix of the list, so two passes of
 * convolutions serve all units: nothing is ever divided out, which would lose digits.
 * Units that are surely won or lost only shift a distribution, and sums that cannot be
 * reached are not carried.
 *
 * Cost: O(units × total electors), less where many units are decided.
 */
export function othersInWindow(
  electors: readonly number[],
  wins: readonly number[],
  majority: number,
): Float64Array {
  const units = electors.length;
  // before[i] is the distribution of the first i units' electors; after, that of those from i on.
  const before: Sums[] = [NONE];
  for (let i = 0; i < units; i++) before.push(convolve(before[i]!, electors[i]!, wins[i]!));
  const result = new Float64Array(units);
  let after = NONE;
  for (let i = units - 1; i >= 0; i--) {
    const cumulative = runningSum(after.chances);
    const atMost = (sum: number) =>
      sum < after.from ? 0 : cumulative[Math.min(cumulative.length - 1, sum - after.from)]!;
    const prefix = before[i]!;
    let chance = 0;
    const end = Math.min(prefix.chances.length, majority - prefix.from);
    for (let k = 0; k < end; k++) {
      const held = prefix.from + k;
      chance += prefix.chances[k]! *
        (atMost(majority - 1 - held) - atMost(majority - electors[i]! - 1 - held));
    }
    result[i] = chance;
    after = convolve(after, electors[i]!, wins[i]!);
  }
  return result;
}

/** Chances of the sums from `from` on. */
interface Sums {
  readonly from: number;
  readonly chances: Float64Array;
}

const NONE: Sums = { from: 0, chances: Float64Array.of(1) };

function convolve({ from, chances }: Sums, electors: number, win: number): Sums {
  if (win <= 0) return { from, chances };
  if (win >= 1) return { from: from + electors, chances };
  const result = new Float64Array(chances.length + electors);
  for (let k = 0; k < chances.length; k++) {
    result[k] = result[k]! + chances[k]! * (1 - win);
    result[k + electors] = chances[k]! * win;
  }
  return { from, chances: result };
}

function runningSum(chances: Float64Array): Float64Array {
  const result = new Float64Array(chances.length);
  let sum = 0;
  for (let i = 0; i < chances.length; i++) result[i] = sum += chances[i]!;
  return result;
}
