/**
 * For each unit, the chance that the electors which the *other* units give to a
 * candidate fall short of a majority by no more than the unit's own: in
 * [majority − w, majority − 1]. Units are independent given `wins`.
 *
 * Each unit's others are a prefix and a suffix of the list, so two passes of
 * convolutions serve all units: nothing is ever divided out, which would lose digits.
 *
 * Cost: O(units × total electors).
 */
export function othersInWindow(
  electors: readonly number[],
  wins: readonly number[],
  majority: number,
): Float64Array {
  const units = electors.length;
  const total = electors.reduce((sum, count) => sum + count, 0);
  // before[i] is the distribution of the first i units' electors; after, that of those from i on.
  const before: Float64Array[] = [point(total)];
  for (let i = 0; i < units; i++) before.push(convolve(before[i]!, electors[i]!, wins[i]!));
  const result = new Float64Array(units);
  let after = point(total);
  for (let i = units - 1; i >= 0; i--) {
    const cumulative = runningSum(after);
    const prefix = before[i]!;
    let chance = 0;
    for (let held = 0; held < majority && held <= total; held++) {
      if (prefix[held] === 0) continue;
      const upTo = cumulative[Math.min(total, majority - 1 - held)]!;
      const short = majority - electors[i]! - 1 - held;
      chance += prefix[held]! * (upTo - (short >= 0 ? cumulative[short]! : 0));
    }
    result[i] = chance;
    after = convolve(after, electors[i]!, wins[i]!);
  }
  return result;
}

function point(total: number): Float64Array {
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  return chances;
}

function convolve(chances: Float64Array, electors: number, win: number): Float64Array {
  const result = new Float64Array(chances.length);
  for (let sum = 0; sum < chances.length; sum++) {
    const carried = sum >= electors ? chances[sum - electors]! * win : 0;
    result[sum] = chances[sum]! * (1 - win) + carried;
  }
  return result;
}

function runningSum(chances: Float64Array): Float64Array {
  const result = new Float64Array(chances.length);
  let sum = 0;
  for (let i = 0; i < chances.length; i++) result[i] = sum += chances[i]!;
  return result;
}
