import { median } from "simple-statistics";
import { type Anomaly, type Ballot, grouped, totalOf } from "./anomaly.ts";

const LEAST_PLACES = 20;
/** Robust standard deviations from the other places at which a share counts as out of line. */
const FAR = 12;
/** Smaller differences than this are nobody's concern. */
const LEAST_DIFFERENCE = 100;
/** Makes the median absolute deviation comparable with a standard deviation. */
const MAD_TO_SD = 1.4826;

/** Log share with half a vote added, so that none is minus infinity. */
function logShare(votes: number, total: number): number {
  return Math.log((votes + 0.5) / (total + 1));
}

/**
 * Finds places where a candidate's share of the votes is far above the other places': a figure in
 * the wrong row, as when a small party's candidate had thousands of votes in one county.
 *
 * Shares are compared on the log scale with median and median absolute deviation over places. A
 * place is named when it is twelve such deviations above the median and has three times, and a
 * hundred votes more than, what the median share gives. That flags real surprises too: look before
 * mending.
 */
export function outOfLine(places: ReadonlyMap<string, Ballot>): Anomaly[] {
  if (places.size < LEAST_PLACES) return [];
  const totals = new Map([...places].map(([place, ballot]) => [place, totalOf(ballot)]));
  const candidates = new Set([...places.values()].flatMap((ballot) => [...ballot.keys()]));
  const found: Anomaly[] = [];
  for (const candidate of candidates) {
    const shares = [...places].filter(([, ballot]) => ballot.has(candidate)).map((
      [place, ballot],
    ) => ({
      place,
      votes: ballot.get(candidate)!,
      total: totals.get(place)!,
      log: logShare(Math.max(0, ballot.get(candidate)!), totals.get(place)!),
    }));
    if (shares.length < LEAST_PLACES) continue;
    const middle = median(shares.map(({ log }) => log));
    const spread = MAD_TO_SD * median(shares.map(({ log }) => Math.abs(log - middle)));
    for (const { place, votes, total, log } of shares) {
      const expected = Math.exp(middle) * total;
      // A share near the median on a tiny spread is no surprise: the floor is a tenth on the log scale.
      const deviations = (log - middle) / Math.max(spread, 0.1);
      const far = deviations > FAR || votes > 100 * expected;
      if (far && votes > 3 * expected && votes - expected > LEAST_DIFFERENCE) {
        found.push({
          kind: "share out of line",
          places: [place],
          candidate,
          votes,
          message: `${candidate} has ${grouped(votes)} votes in ${place}, where the share of the ` +
            `median place would give ${grouped(Math.round(expected))}`,
        });
      }
    }
  }
  return found;
}
