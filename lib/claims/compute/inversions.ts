import type { Computed } from "../claim.ts";
import { popularMargins } from "./popular_margins.ts";

/** An election whose leader in the popular vote did not become president. */
interface Inversion {
  readonly year: number;
  readonly leader: string;
  readonly party: string | null;
  /** Whether another candidate had a majority of the electors. */
  readonly byElectors: boolean;
  /** The popular leader's margin over the president, in votes. */
  readonly votes: number;
  /** The same in percent of all votes. */
  readonly percent: number;
}

function inversions(): Inversion[] {
  return popularMargins().filter(({ leader, president }) => leader !== president)
    .map(({ year, leader, leaderParty, byElectors, votes, percent }) => ({
      year,
      leader,
      party: leaderParty,
      byElectors,
      votes: -votes,
      percent: -percent,
    }));
}

/** E3: popular winners who lost the presidency, to 2016 and to the last election of the tables. */
export function popularWinnersWhoLost(): Computed {
  const all = inversions();
  const to2016 = all.filter(({ year }) => year <= 2016);
  const majority = (of: readonly Inversion[]) => of.filter(({ byElectors }) => byElectors).length;
  return {
    then: to2016.length,
    final: all.length,
    readings: [{
      name: "only where another had a majority of the electors, which leaves out 1824",
      value: majority(to2016),
      final: majority(all),
    }],
    evidence: all.map(({ year, leader, votes }) => ({
      name: `${leader}'s lead over the president of ${year}`,
      value: votes,
      unit: "votes",
    })),
  };
}

/** E4: Democrats among them in the two decades to 2016. */
export function democratsInTwoDecades(): Computed {
  const democrats = inversions()
    .filter(({ year, party }) => year > 1996 && year <= 2016 && party === "Democratic").length;
  return { then: democrats, final: democrats };
}

/** E5: Gore's lead of 2000. */
export function goreLead(): Computed {
  const { votes } = inversions().find(({ year }) => year === 2000)!;
  return { then: votes, final: votes };
}

/** E6: the rank of Gore's margin among the popular winners who had lost by then. */
export function goreMarginRank(): Computed {
  const to2000 = inversions().filter(({ year }) => year <= 2000);
  const gore = to2000.find(({ year }) => year === 2000)!;
  const rank = (measure: (inversion: Inversion) => number) =>
    1 + to2000.filter((inversion) => measure(inversion) > measure(gore)).length;
  const byVotes = rank(({ votes }) => votes);
  return {
    then: byVotes,
    final: byVotes,
    readings: [{ name: "in percent of all votes", value: rank(({ percent }) => percent) }],
    evidence: to2000.map(({ year, leader, percent }) => ({
      name: `${leader}, ${year}`,
      value: percent,
      unit: "percent of all votes",
    })),
  };
}
