import { requireCount, requireList, requireName, requireRecord } from "../../check/mod.ts";

/** A place's ballots and its votes for president. */
export interface BallotCount {
  /** The technology that the place votes with. */
  readonly technology: string;
  /** Ballots cast. */
  readonly ballots: number;
  /** Valid votes for president. */
  readonly votes: number;
}

/** Residual votes of one technology. */
export interface ResidualVotes {
  /** The technology. */
  readonly technology: string;
  /** Number of places. */
  readonly places: number;
  /** Ballots cast there. */
  readonly ballots: number;
  /** Ballots without a valid vote for president. */
  readonly residual: number;
  /** Residual votes over ballots: a ballot's chance. */
  readonly ballotRate: number;
  /** Mean of the places' rates: every place counts once, however small. */
  readonly placeRate: number;
}

/**
 * Residual votes (undervotes and overvotes) by technology, both as a share of ballots and as a mean of the
 * places' shares. The two can rank technologies in opposite order; a voter's chance is the first.
 *
 * @throws {RangeError} if a place has more votes than ballots, or no ballots
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { residualVotes } from "tallybook/election";
 *
 * // A small place loses 1 ballot in 10, a large one 1 in 100: 2 of 110 ballots, 5.5% of a mean place.
 * const [scan] = residualVotes([
 *   { technology: "scan", ballots: 10, votes: 9 },
 *   { technology: "scan", ballots: 100, votes: 99 },
 * ]);
 * assertEquals([scan?.residual, scan?.placeRate], [2, 0.055]);
 * ```
 */
export function residualVotes(places: readonly BallotCount[]): ResidualVotes[] {
  const groups = new Map<string, BallotCount[]>();
  const task = "count residual votes";
  requireList(task, "places", places);
  for (const [i, place] of places.entries()) {
    requireRecord(task, `places[${i}]`, place);
    requireName(task, `technology of places[${i}]`, place.technology);
    requireCount(task, `ballots of places[${i}]`, place.ballots, { minimum: 1 });
    requireCount(task, `votes of places[${i}]`, place.votes, { maximum: place.ballots });
    const group = groups.get(place.technology);
    if (group) group.push(place);
    else groups.set(place.technology, [place]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([technology, group]) => {
    const ballots = group.reduce((sum, place) => sum + place.ballots, 0);
    const residual = group.reduce((sum, place) => sum + place.ballots - place.votes, 0);
    const rates = group.map((place) => (place.ballots - place.votes) / place.ballots);
    return {
      technology,
      places: group.length,
      ballots,
      residual,
      ballotRate: residual / ballots,
      placeRate: rates.reduce((sum, rate) => sum + rate, 0) / rates.length,
    };
  });
}
