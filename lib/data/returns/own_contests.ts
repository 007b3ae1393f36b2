import type { Anomaly } from "../anomalies/anomaly.ts";
import { medianOf, robust } from "../anomalies/counted.ts";
import { groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";
import { inVotes } from "../in_votes.ts";

/** A contest is compared where so many places have both. */
const LEAST_PLACES = 8;
/** How many standard deviations a party's votes must be from its other contests: from each, and on average. */
const FAR_EACH = 3.5;
const FAR = 5;
/** Smaller differences are nobody's concern. */
const LEAST_DIFFERENCE = 10;
/** Places of the same politics still differ so much, on the log scale. */
const FLOOR = 0.03;

/**
 * Finds places where a party's votes for president are far from its votes in the place's other
 * contests (Senate, House, governor and other offices of the state): a digit too many or too few,
 * digits swapped, a line shifted.
 *
 * For each contest the log ratio of the party's votes for president to those there is compared with
 * the other places' by median and median absolute deviation, wider for small places by the root of
 * their size. A place is named where it is five standard deviations off on average and 3.5 in every
 * such contest, to one side, and by ten votes.
 */
export function ownContests(work: Work): Anomaly[] {
  const { table, kinds, votes } = work;
  if (!kinds.includes(Kind.otherContest) || table.text.party === undefined) return [];
  const parties = work.groups("party");
  const cells = groupPairs(work.places(), parties);
  const president = new Float64Array(cells.count);
  const rowOf = new Int32Array(cells.count).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.candidate || work.cell("party", row) === "") continue;
    if (Number.isNaN(votes[row])) continue;
    president[cells.ids[row]!]! += votes[row]!;
    rowOf[cells.ids[row]!] = row;
  }
  const contests = groupPairs(groupPairs(work.groups("office"), work.groups("district")), parties);
  const pairs = groupPairs(contests, work.places());
  const other = new Float64Array(pairs.count);
  const seen = new Uint8Array(pairs.count);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.otherContest || !(votes[row]! >= 0)) continue;
    if (work.cell("party", row) === "") continue;
    other[pairs.ids[row]!]! += votes[row]!;
    seen[pairs.ids[row]!] = 1;
  }
  const byContest = new Map<number, number[]>();
  for (let pair = 0; pair < pairs.count; pair++) {
    const row = pairs.first[pair]!;
    const cell = cells.ids[row]!;
    if (seen[pair] === 0 || other[pair] === 0 || rowOf[cell] === -1) continue;
    const contest = contests.ids[row]!;
    const list = byContest.get(contest);
    if (list === undefined) byContest.set(contest, [pair]);
    else list.push(pair);
  }
  const scores = new Map<number, { z: number; expected: number }[]>();
  for (const list of byContest.values()) {
    if (list.length < LEAST_PLACES) continue;
    const cellOf = (pair: number) => cells.ids[pairs.first[pair]!]!;
    const logs = Float64Array.from(
      list,
      (pair) => Math.log((president[cellOf(pair)]! + 0.5) / (other[pair]! + 0.5)),
    );
    const { middle, spread } = robust(logs);
    const usual = medianOf(Float64Array.from(list, (pair) => other[pair]! * Math.exp(middle)));
    list.forEach((pair, at) => {
      const expected = (other[pair]! + 0.5) * Math.exp(middle);
      // Small places vary more than the place of median size, from which the spread is.
      const small = Math.sqrt(Math.max(1, usual / expected));
      const z = (logs[at]! - middle) / (Math.max(spread, FLOOR) * small);
      const cell = cellOf(pair);
      const known = scores.get(cell);
      if (known === undefined) scores.set(cell, [{ z, expected }]);
      else known.push({ z, expected });
    });
  }
  const found: Anomaly[] = [];
  for (const [cell, list] of scores) {
    const mean = list.reduce((sum, { z }) => sum + z, 0) / list.length;
    const far = Math.abs(mean) > FAR && list.every(({ z }) => z * Math.sign(mean) > FAR_EACH);
    const nearest = list.reduce((best, one) => Math.abs(one.z) < Math.abs(best.z) ? one : best);
    const count = president[cell]!;
    if (!far || Math.abs(count - nearest.expected) < LEAST_DIFFERENCE) continue;
    const row = rowOf[cell]!;
    const candidate = work.cell("candidate", row);
    found.push({
      kind: "far from its own other contests",
      places: [work.placeName(row)],
      candidate,
      votes: count,
      message:
        `${candidate} has ${inVotes(count)} in ${work.placeName(row)}, where the party's votes in ${
          list.length === 1 ? "another contest" : `${list.length} other contests`
        } ` +
        `there give about ${Math.round(nearest.expected).toLocaleString("en")} (${
          Math.abs(nearest.z).toFixed(0)
        } standard deviations off)`,
      rows: [table.lineOf(row)],
    });
  }
  return found;
}
