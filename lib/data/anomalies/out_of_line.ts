import { type Anomaly, grouped } from "./anomaly.ts";
import { type Counted, placeTotals, robust } from "./counted.ts";
import { inVotes } from "../in_votes.ts";

const LEAST_PLACES = 20;
/** Robust standard deviations from the other places at which a share counts as out of line. */
const FAR = 12;
/** Smaller differences than this are nobody's concern. */
const LEAST_DIFFERENCE = 100;

/** Log share with half a vote added, so that none is minus infinity. */
function logShare(votes: number, total: number): number {
  return Math.log((Math.max(0, votes) + 0.5) / (total + 1));
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
export function outOfLine(counted: Counted): Anomaly[] {
  const { places, starts, candidates } = counted;
  if (places.length < LEAST_PLACES) return [];
  const totals = placeTotals(counted);
  const sizes = new Int32Array(candidates.length);
  for (const who of counted.candidate) sizes[who]!++;
  const shares = Array.from(sizes, (size) => new Float64Array(size));
  const where = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(candidates.length);
  for (let place = 0; place < places.length; place++) {
    for (let at = starts[place]!; at < starts[place + 1]!; at++) {
      const who = counted.candidate[at]!;
      const next = filled[who]!++;
      shares[who]![next] = logShare(counted.votes[at]!, totals[place]!);
      where[who]![next] = place;
    }
  }
  return candidates.flatMap((name, who) => {
    if (sizes[who]! < LEAST_PLACES) return [];
    const { middle, spread } = robust(shares[who]!);
    const found: Anomaly[] = [];
    shares[who]!.forEach((log, at) => {
      // A share near the median on a tiny spread is no surprise: the floor is a tenth on the log scale.
      const deviations = (log - middle) / Math.max(spread, 0.1);
      const place = where[who]![at]!;
      const total = totals[place]!;
      const votes = Math.round(Math.exp(log) * (total + 1) - 0.5);
      const expected = Math.exp(middle) * total;
      const far = deviations > FAR || votes > 100 * expected;
      if (!far || votes <= 3 * expected || votes - expected <= LEAST_DIFFERENCE) return;
      found.push({
        kind: "share out of line",
        places: [places[place]!],
        candidate: name,
        votes,
        message: `${name} has ${inVotes(votes)} in ${places[place]}, where the share of the ` +
          `median place would give ${grouped(Math.round(expected))}`,
        ...lineOf(counted, place, who),
      });
    });
    return found;
  });
}

/** The line of a place's entry for a candidate. */
export function lineOf(counted: Counted, place: number, who: number): { rows?: number[] } {
  const { lines, starts, candidate } = counted;
  if (lines === undefined) return {};
  for (let at = starts[place]!; at < starts[place + 1]!; at++) {
    if (candidate[at] === who) return { rows: [lines[at]!] };
  }
  return {};
}
