import { refusal } from "../../check/mod.ts";
import { loadNationalResults } from "../../data/mod.ts";
import { majorityOf } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";

/** Elections that the House decided because nobody had a majority, since popular votes are counted. */
const HOUSE_CHOSE: Readonly<Record<number, string>> = { 1824: "John Quincy Adams" };

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
  const found: Inversion[] = [];
  const rows = loadNationalResults().toRecords();
  for (const year of new Set(rows.map((row) => row.year))) {
    const ofYear = rows.filter((row) => row.year === year);
    const popular = ofYear.filter((row) => row.popular_votes !== null)
      .sort((a, b) => b.popular_votes! - a.popular_votes!);
    const leader = popular[0];
    if (leader === undefined) continue; // before popular votes were recorded
    const electors = ofYear.reduce((sum, row) => sum + (row.electors_won ?? 0), 0);
    const elected = ofYear.find((row) => (row.electors_won ?? 0) >= majorityOf(electors));
    const president = elected?.candidate ?? HOUSE_CHOSE[year];
    if (president === undefined) {
      throw new RangeError(refusal({
        task: "find inversions",
        where: String(year),
        found: president,
        expected: "a president elected",
      }));
    }
    if (president === leader.candidate) continue;
    const all = popular.reduce((sum, row) => sum + row.popular_votes!, 0);
    const own = popular.find((row) => row.candidate === president)!.popular_votes!;
    const votes = leader.popular_votes! - own;
    found.push({
      year,
      leader: leader.candidate,
      party: leader.party,
      byElectors: elected !== undefined,
      votes,
      percent: 100 * votes / all,
    });
  }
  return found;
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
