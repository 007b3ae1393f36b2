import { candidateKind } from "../returns/candidate_kind.ts";
import { type Anomaly, grouped } from "./anomaly.ts";
import { type Counted, placeTotals } from "./counted.ts";
import { inVotes } from "../in_votes.ts";

const inBallots = (count: number) => `${grouped(count)} ${count === 1 ? "ballot" : "ballots"}`;

/** More places than this are one line a spelling. */
const NAMED = 20;

/** Finds blank, void, under- and overvotes that are counted as if they were for a candidate. */
export function noVotesNamed({ places, starts, candidates, candidate, votes }: Counted): Anomaly[] {
  const noVote = candidates.map((name) => candidateKind(name) === "no vote");
  if (!noVote.includes(true)) return [];
  const found: Anomaly[] = [];
  for (let place = 0; place < places.length; place++) {
    for (let at = starts[place]!; at < starts[place + 1]!; at++) {
      if (!noVote[candidate[at]!] || votes[at]! <= 0) continue;
      const name = candidates[candidate[at]!]!;
      found.push({
        kind: "no votes named",
        places: [places[place]!],
        candidate: name,
        votes: votes[at]!,
        message: `${places[place]} counts ${
          inBallots(votes[at]!)
        } as votes for "${name}", who is nobody`,
      });
    }
  }
  if (found.length <= NAMED) return found;
  const bySpelling = Map.groupBy(found, ({ candidate }) => candidate!);
  return [...bySpelling].map(([name, all]) => ({
    kind: "no votes named" as const,
    places: all.map(({ places }) => places[0]!),
    candidate: name,
    votes: all.reduce((sum, one) => sum + one.votes, 0),
    message: `${all.length} places count ${
      inBallots(all.reduce((sum, one) => sum + one.votes, 0))
    } as votes for "${name}", who is nobody`,
  }));
}

/** Finds places whose reported total is not the sum of the candidates' votes. */
export function totalsDiffer(
  counted: Counted,
  totals: Readonly<Record<string, number>>,
): Anomaly[] {
  const sums = placeTotals(counted);
  return counted.places.flatMap((place, at) => {
    const total = totals[place];
    if (total === undefined || total === sums[at]) return [];
    const difference = total - sums[at]!;
    return [{
      kind: "total differs" as const,
      places: [place],
      candidate: null,
      votes: difference,
      message: difference > 0
        ? `${place} reports ${
          inVotes(difference)
        } more than its candidates have: blank ballots, or write-ins that are not listed`
        : `${place} reports ${inVotes(-difference)} fewer than its candidates have`,
    }];
  });
}

/** Finds a place whose votes are the sums of all others', in its county or in all. */
export function totalAmongParts(counted: Counted): Anomaly[] {
  const { places, counties, starts, candidate, votes, candidates } = counted;
  const groups = new Map<number, number[]>();
  counties.forEach((county, place) => {
    const members = groups.get(county);
    if (members === undefined) groups.set(county, [place]);
    else members.push(place);
  });
  const totals = placeTotals(counted);
  const found: Anomaly[] = [];
  const sums = new Float64Array(candidates.length);
  for (const members of groups.values()) {
    if (members.length < 4) continue;
    sums.fill(0);
    let all = 0;
    for (const place of members) {
      all += totals[place]!;
      for (let at = starts[place]!; at < starts[place + 1]!; at++) {
        sums[candidate[at]!]! += votes[at]!;
      }
    }
    for (const place of members) {
      if (totals[place]! <= 0 || 2 * totals[place]! !== all) continue;
      let own = 0;
      let equal = true;
      for (let at = starts[place]!; at < starts[place + 1]!; at++) {
        if (2 * votes[at]! !== sums[candidate[at]!]) equal = false;
        own += votes[at]!;
      }
      if (!equal || own !== totals[place]) continue;
      found.push({
        kind: "total among its parts",
        places: [places[place]!],
        candidate: null,
        votes: totals[place]!,
        message: `${
          places[place]
        } has as many votes for each candidate as all other places together`,
      });
    }
  }
  return found;
}
