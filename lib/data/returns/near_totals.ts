import type { PlaceSums } from "./place_sums.ts";
import type { Work } from "./work.ts";

/** A place with fewer others beside it may equal their sum in two candidates by chance. */
const LEAST_OTHERS = 3;
/** A total with a candidate left out or a digit wrong still has half of the others' votes. */
const LEAST_SHARE = 0.5;
/** Candidates with fewer votes than this equal a sum by chance too often to count. */
const LEAST_VOTES = 50;
/** So many candidates must have exactly the votes of all other places together. */
const LEAST_CANDIDATES = 2;

/**
 * Places that are their county's total with an error in it: not the sum of all others in every
 * candidate, but exactly so in two or more candidates with votes. Where places are ordinary ones
 * that hardly happens: each such candidate's votes would have to hit one number of hundreds.
 */
export function nearTotals(
  work: Work,
  sums: PlaceSums,
  groups: readonly (readonly number[])[],
): ReadonlySet<number> {
  const suspects: number[] = [];
  const groupOf = new Map<number, number>();
  for (const open of groups) {
    if (open.length <= LEAST_OTHERS) continue;
    let largest = open[0]!;
    for (const unit of open) if (sums.votes[unit]! > sums.votes[largest]!) largest = unit;
    const others = sums.sum(open).votes - sums.votes[largest]!;
    if (others === 0 || sums.votes[largest]! < LEAST_SHARE * others) continue;
    for (const unit of open) groupOf.set(unit, suspects.length);
    suspects.push(largest);
  }
  const near = new Set<number>();
  if (suspects.length === 0) return near;
  const keys = work.groups("candidate");
  const own = suspects.map(() => new Map<number, number>());
  const others = suspects.map(() => new Map<number, number>());
  for (let row = 0; row < work.table.rows; row++) {
    const unit = sums.units.ids[row]!;
    const group = groupOf.get(unit);
    const votes = work.votes[row]!;
    if (group === undefined || !work.isVote(row) || Number.isNaN(votes)) continue;
    const key = keys.ids[row]!;
    const into = (unit === suspects[group] ? own : others)[group]!;
    into.set(key, (into.get(key) ?? 0) + votes);
  }
  suspects.forEach((unit, group) => {
    // By votes alone: a total may write "Joe Biden" where its places have "BIDEN, JOSEPH R".
    const sumsOfOthers = new Set(others[group]!.values());
    const equal = [...own[group]!.values()]
      .filter((votes) => votes >= LEAST_VOTES && sumsOfOthers.has(votes));
    if (equal.length >= LEAST_CANDIDATES) near.add(unit);
  });
  return near;
}
