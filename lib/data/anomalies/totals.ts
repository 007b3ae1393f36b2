import { type Anomaly, type Ballot, grouped, totalOf } from "./anomaly.ts";

const NO_VOTE = /\b(blank|void|under-?votes?|over-?votes?|spoiled|exhausted)\b/i;
const UNNAMED = /^$|write-?in|scatter|^\[?others?\b|^all others/i;
/** When this share of places has write-ins, a place without any looks wrong. */
const MOST = 0.5;
const LEAST_PLACES = 10;

/** Finds blank, void, under- and overvotes that are counted as if they were for a candidate. */
export function noVotesNamed(places: ReadonlyMap<string, Ballot>): Anomaly[] {
  return [...places].flatMap(([place, ballot]) =>
    [...ballot].filter(([candidate, votes]) => NO_VOTE.test(candidate) && votes > 0).map(
      ([candidate, votes]) => ({
        kind: "no votes named" as const,
        places: [place],
        candidate,
        votes,
        message: `${place} counts ${
          grouped(votes)
        } ballots as votes for "${candidate}", who is nobody`,
      }),
    )
  );
}

/** Finds places whose reported total is not the sum of the candidates' votes. */
export function totalsDiffer(
  places: ReadonlyMap<string, Ballot>,
  totals: Readonly<Record<string, number>>,
): Anomaly[] {
  return [...places].flatMap(([place, ballot]) => {
    const total = totals[place];
    const sum = totalOf(ballot);
    if (total === undefined || total === sum) return [];
    const difference = total - sum;
    return [{
      kind: "total differs" as const,
      places: [place],
      candidate: null,
      votes: difference,
      message: difference > 0
        ? `${place} reports ${
          grouped(difference)
        } votes more than its candidates have: blank ballots, or write-ins that are not listed`
        : `${place} reports ${grouped(-difference)} votes fewer than its candidates have`,
    }];
  });
}

/** Finds places without write-ins or others where most places have some. */
export function writeInsMissing(places: ReadonlyMap<string, Ballot>): Anomaly[] {
  if (places.size < LEAST_PLACES) return [];
  const has = (ballot: Ballot) =>
    [...ballot].some(([candidate, votes]) =>
      votes > 0 && UNNAMED.test(candidate) && !NO_VOTE.test(candidate)
    );
  const without = [...places].filter(([, ballot]) => !has(ballot));
  const some = places.size - without.length;
  if (some < MOST * places.size) return [];
  return without.map(([place]) => ({
    kind: "write-ins missing" as const,
    places: [place],
    candidate: null,
    votes: 0,
    message:
      `${place} has no write-ins or others, while ${some} of ${places.size} places have some`,
  }));
}
