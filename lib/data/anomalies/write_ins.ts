import { candidateKind } from "../returns/candidate_kind.ts";
import type { Anomaly } from "./anomaly.ts";
import { type Counted, placeTotals } from "./counted.ts";

const LEAST_PLACES = 10;
/** When this share of places has write-ins, a place without any looks wrong. */
const MOST = 0.5;
/** In a file without errors so many places may be named. */
const CHANCE = 0.05;
/** More places than this are one line. */
const NAMED = 5;

/**
 * Finds places without write-ins or others where a zero is unlikely for their size.
 *
 * Write-ins are counts that vary more than chance alone from place to place: the number in a place
 * of n votes is taken as negative binomial with mean rn and variance rn + (rn)² / k, r and k from the
 * file's own places (k by moments). A place is named where a zero, of all places together, is
 * expected less than 0.05 times.
 */
export function writeInsMissing(counted: Counted): Anomaly[] {
  const { places, starts, candidates } = counted;
  if (places.length < LEAST_PLACES) return [];
  const unnamed = candidates.map((name) => name === "" || candidateKind(name) === "write-in");
  const totals = placeTotals(counted);
  const counts = new Float64Array(places.length);
  let some = 0;
  let [all, votes] = [0, 0];
  for (let place = 0; place < places.length; place++) {
    for (let at = starts[place]!; at < starts[place + 1]!; at++) {
      if (unnamed[counted.candidate[at]!]) counts[place]! += counted.votes[at]!;
    }
    if (counts[place]! > 0) some++;
    all += counts[place]!;
    votes += totals[place]!;
  }
  if (some < MOST * places.length || all <= 0) return [];
  const rate = all / votes;
  let [excess, squares] = [0, 0];
  for (let place = 0; place < places.length; place++) {
    const mean = rate * totals[place]!;
    excess += (counts[place]! - mean) ** 2 - mean;
    squares += mean ** 2;
  }
  // One over k; none where places vary no more than chance makes them.
  const variation = Math.max(0, excess / squares);
  const zero = (mean: number) =>
    variation < 1e-6 ? Math.exp(-mean) : Math.pow(1 + variation * mean, -1 / variation);
  const missing = places.flatMap((_, place) =>
    counts[place] === 0 && totals[place]! > 0 &&
      zero(rate * totals[place]!) * places.length < CHANCE
      ? [place]
      : []
  );
  if (missing.length === 0) return [];
  const others = `while ${some} of ${places.length} places have some`;
  if (missing.length > NAMED) {
    return [{
      kind: "write-ins missing",
      places: missing.map((place) => places[place]!),
      candidate: null,
      votes: 0,
      message:
        `${missing.length} places have no write-ins or others and are too large to have none ` +
        `by chance, ${others}`,
    }];
  }
  return missing.map((place) => ({
    kind: "write-ins missing" as const,
    places: [places[place]!],
    candidate: null,
    votes: 0,
    message: `${places[place]} has no write-ins or others, ${others}`,
  }));
}
