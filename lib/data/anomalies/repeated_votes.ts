import { type Anomaly, type Ballot, grouped, totalOf } from "./anomaly.ts";

/** Small places can have the same few votes by chance. */
const LEAST_VOTES = 100;

/** How two leading candidates' votes are compared: all places with the same pair look copied. */
function leadingPair(ballot: Ballot): string | undefined {
  const leading = [...ballot].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, 2);
  if (leading.length < 2 || leading[1]![1] === 0 || totalOf(ballot) < LEAST_VOTES) return undefined;
  return leading.map(([candidate, votes]) => `${candidate}: ${grouped(votes)}`).join(", ");
}

/**
 * Finds places that have the same votes for their two leading candidates: a row copied to its
 * neighbor, or a state's total repeated in each of its counties.
 */
export function repeatedVotes(places: ReadonlyMap<string, Ballot>): Anomaly[] {
  const groups = new Map<string, string[]>();
  for (const [place, ballot] of places) {
    const pair = leadingPair(ballot);
    if (pair !== undefined) groups.set(pair, [...groups.get(pair) ?? [], place]);
  }
  return [...groups].filter(([, same]) => same.length > 1).map(([pair, same]) => ({
    kind: "votes repeated" as const,
    places: same,
    candidate: null,
    votes: totalOf(places.get(same[0]!)!),
    message:
      `${same.length} places have the same votes (${pair}): a row was copied, or a total repeated`,
  }));
}

/** Finds a place whose votes are the sums of all others': a total among its parts. */
export function totalAmongParts(places: ReadonlyMap<string, Ballot>): Anomaly[] {
  if (places.size < 4) return [];
  const sums = new Map<string, number>();
  for (const ballot of places.values()) {
    for (const [candidate, votes] of ballot) {
      sums.set(candidate, (sums.get(candidate) ?? 0) + votes);
    }
  }
  const isTotal = (ballot: Ballot) =>
    totalOf(ballot) > 0 &&
    [...sums].every(([candidate, sum]) => 2 * (ballot.get(candidate) ?? 0) === sum);
  return [...places].filter(([, ballot]) => isTotal(ballot)).map(([place, ballot]) => ({
    kind: "total among its parts" as const,
    places: [place],
    candidate: null,
    votes: totalOf(ballot),
    message: `${place} has as many votes for each candidate as all other places together`,
  }));
}
