import { refusal } from "../../check/mod.ts";
import { loadNationalCount, loadStateCount2016, loadStateReturns } from "../../data/mod.ts";
import { sumVotes, totalVotes } from "../../election/mod.ts";
import type { Estimate } from "../../stats/mod.ts";

/** The two candidates, as the tables spell them. */
export const CLINTON = "Hillary Clinton";
/** See {@linkcode CLINTON}. */
export const TRUMP = "Donald Trump";

/** A national total of one day: the two candidates' votes. */
export interface Total {
  readonly as_of: string;
  readonly clinton: number;
  readonly trump: number;
}

/** The nation's certified votes of an election, by candidate, most first. */
export function certified(year = 2016): Record<string, number> {
  return sumVotes(loadStateReturns({ year }).toRecords());
}

/** Clinton's certified lead. */
export function certifiedLead(): number {
  const votes = certified();
  return votes[CLINTON]! - votes[TRUMP]!;
}

/** The tracker that David Wasserman kept for the Cook Political Report, on or before a day. */
export function trackerOn(day: string): Total {
  const total = loadNationalCount({ tally: "Cook tracker" }).toRecords()
    .filter(({ as_of }) => as_of.length === day.length && as_of <= day).at(-1);
  if (total === undefined) {
    throw new RangeError(refusal({
      task: "find a total of the Cook tracker",
      where: `on or before ${day}`,
      found: undefined,
      expected: "one",
    }));
  }
  return total;
}

/** A candidate's lead in a total. */
export function lead({ clinton, trump }: Pick<Total, "clinton" | "trump">): number {
  return clinton - trump;
}

/** Votes for all but the two, in the certified count. */
export function certifiedOthers(): number {
  return othersOn(certified());
}

/** The nation's votes by candidate in the fullest of the early feeds by state, of November 13. */
export function feedOnNovember13(): Record<string, number> {
  const rows = loadStateCount2016({ tally: "Kearney feed", asOf: "2016-11-13" }).toRecords();
  return sumVotes(rows);
}

function othersOn(votes: Readonly<Record<string, number>>): number {
  return totalVotes(votes) - votes[CLINTON]! - votes[TRUMP]!;
}

/**
 * A number of votes as a percentage of all votes of a day. The tracker's quoted totals leave out
 * the other candidates; theirs were at least what a feed had counted on November 13 and at most
 * what was certified.
 */
export function percentOfAll(votes: number, total: Total, estimand: string): Estimate {
  const twoParty = total.clinton + total.trump;
  const fewest = twoParty + othersOn(feedOnNovember13());
  const most = twoParty + certifiedOthers();
  const [one, other] = [100 * votes / fewest, 100 * votes / most];
  return {
    estimand: `${estimand}, percent of all votes counted by ${total.as_of}`,
    point: (one + other) / 2,
    lower: Math.min(one, other),
    upper: Math.max(one, other),
    level: 1,
    method: "bounds over the other candidates' votes, which the tracker's quotations leave out",
    assumptions: ["the others' count only grew from November 13 to the certified one"],
    n: 1,
  };
}
